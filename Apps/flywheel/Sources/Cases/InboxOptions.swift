import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// The flags that say which cases are meant.
struct InboxOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only in this state: \(CaseState.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "state"),
        completion: .list(CaseState.allCases.map(\.rawValue)), transform: InboxOptions.state)
    var state: [CaseState] = []

    @Flag(help: "Those that are over as well.")
    var done = false

    @Option(
        help: ArgumentHelp("Only of this side: buyer, seller, platform.", valueName: "side"),
        completion: .list(Side.allCases.map(\.rawValue)), transform: side)
    var side: [Side] = []

    @Option(help: ArgumentHelp("Only this person's.", valueName: "name"))
    var owner: [String] = []

    @Flag(help: "Only yours.")
    var mine = false

    @Flag(help: "Only what nobody has.")
    var unowned = false

    @Option(help: ArgumentHelp("Only this group's.", valueName: "name"))
    var group: [String] = []

    @Option(help: ArgumentHelp("Only in this language: de.", valueName: "code"))
    var language: [String] = []

    @Option(help: ArgumentHelp("Only about this listing.", valueName: "sku"))
    var listing: String?

    @Option(help: ArgumentHelp("Only what is due within so many hours, and what is late.", valueName: "hours"))
    var dueIn: Double?

    @Flag(help: "Only with a dispute that waits for a decision.")
    var disputed = false

    @Flag(help: "Only where the source says something else than the desk.")
    var conflicts = false

    @Option(
        help: "What comes first: due, urgency, updated.",
        completion: .list(CaseQuery.Order.allCases.map(\.rawValue)), transform: InboxOptions.order)
    var order: CaseQuery.Order?

    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard [mine, unowned, !owner.isEmpty].count(where: \.self) < 2 else {
            throw ValidationError("--mine, --unowned and --owner each say whose cases: leave out all but one")
        }
        if let dueIn, !(0...10_000).contains(dueIn) {
            throw ValidationError("--due-in is \(dueIn), expected hours from 0 to 10000")
        }
    }

    /// What is asked for; what flags say goes before what a view says.
    func filter(over view: InboxFilter = InboxFilter()) -> InboxFilter {
        var filter = view
        if !state.isEmpty { filter.states = state }
        if done { filter.includesDone = true }
        if !side.isEmpty { filter.sides = side }
        if !owner.isEmpty { filter.owner = .people(owner) }
        if mine { filter.owner = .asker }
        if unowned { filter.owner = .nobody }
        if !group.isEmpty { filter.groups = group }
        if !language.isEmpty { filter.languages = language.map { $0.lowercased() } }
        filter.listing = listing ?? filter.listing
        filter.account = place.account ?? filter.account
        filter.marketplace = place.marketplaceID ?? filter.marketplace
        filter.dueHours = dueIn ?? filter.dueHours
        if disputed { filter.isDisputed = true }
        if conflicts { filter.isConflicting = true }
        filter.order = order ?? filter.order
        return filter
    }

    /// The flags as they are typed.
    var arguments: [String] {
        func each(_ flag: String, _ values: [String]) -> [String] { values.map { "\(flag) \($0.shellWord)" } }
        func flag(_ name: String, _ isSet: Bool) -> [String] { isSet ? [name] : [] }
        return each("--state", state.map(\.rawValue)) + flag("--done", done) + each("--side", side.map(\.rawValue))
            + each("--owner", owner) + flag("--mine", mine) + flag("--unowned", unowned) + each("--group", group)
            + each("--language", language) + each("--listing", listing.map { [$0] } ?? [])
            + each("--due-in", dueIn.map { ["\($0)"] } ?? []) + flag("--disputed", disputed)
            + flag("--conflicts", conflicts) + each("--order", order.map { [$0.rawValue] } ?? [])
            + each("--account", place.account.map { [$0] } ?? [])
            + each("--marketplace", place.marketplace.map { [$0] } ?? [])
    }

    static func state(_ text: String) throws -> CaseState {
        guard let state = CaseState(rawValue: text) else {
            throw ValidationError(
                "--state is \"\(text)\", expected \(CaseState.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return state
    }

    private static func order(_ text: String) throws -> CaseQuery.Order {
        guard let order = CaseQuery.Order(rawValue: text) else {
            throw ValidationError(
                "--order is \"\(text)\", expected \(CaseQuery.Order.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return order
    }

    private static func side(_ text: String) throws -> Side {
        guard let side = Side(rawValue: text) else {
            throw ValidationError(
                "--side is \"\(text)\", expected \(Side.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return side
    }
}
