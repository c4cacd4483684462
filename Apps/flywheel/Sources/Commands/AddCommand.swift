import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings

/// `flywheel add`.
struct AddCommand: AnsweringCommand {
    static let examples = [
        "flywheel add inventory/stock-out HB-204-BLK --share 60%",
        "flywheel add listing-suppressed HB-204-BLK --about brand --share 1 --note \"no buy box\"",
        "flywheel add wrong-photo HB-204-BLK --kind-new --sum \"120.00 USD\"",
    ]
    static let configuration = CommandConfiguration.answering(
        "add", "Adds a problem that you found and detection did not.", examples: examples,
        exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            The next rotation prices it like any other. No feed closes it before detection sees it too; from then on it
            is that problem, and stays marked as found by a person.
            """)

    @Argument(help: ArgumentHelp("What kind: workflow/kind, a kind, or with --kind-new a word.", valueName: "kind"))
    var kind: String

    @Argument(help: ArgumentHelp("The listing.", valueName: "sku"))
    var sku: String

    @Option(help: ArgumentHelp("What it is about within its kind, as in \"brand\".", valueName: "word"))
    var about = ""

    @Option(
        help: ArgumentHelp("The share of the listing's revenue that is lost, 40% or 0.4.", valueName: "share"),
        transform: Share.init(argument:))
    var share: Share?

    @Option(
        help: ArgumentHelp("The sum that is lost, where a share says nothing: \"120.00 USD\".", valueName: "money"),
        transform: Money.init(argument:))
    var sum: Money?

    @Flag(help: "The kind is a new one, and not mistyped.")
    var kindNew = false

    @Option(help: ArgumentHelp("The account, where several have the SKU.", valueName: "name"))
    var account: String?

    @Option(help: ArgumentHelp("The marketplace, where it is sold on several.", valueName: "name"))
    var marketplace: String?

    @Option(help: ArgumentHelp("What you saw.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard share == nil || sum == nil else { throw ValidationError("--share and --sum exclude each other") }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let found = try FoundKind(kind, isNew: kindNew, among: session.host.manifests)
        let listing = try session.host.listing(
            sku, account: account, marketplace: marketplace, or: "; nothing was added")
        let fingerprint = Fingerprint(
            workflow: found.workflow, kind: found.kind, subject: listing, discriminator: about)
        do {
            let added = try session.workbench.add(fingerprint, loss: loss(by: session.actor), note: note)
            return WorkAnswer(verb: .add, actor: session.actor.name, at: session.now, done: [added])
        } catch {
            throw Diagnostic(error, clock: session.clock)
        }
    }

    private func loss(by actor: Actor) -> Exposure.Loss {
        if let share { return .dailyShare([share.value]) }
        return sum.map { .stated($0, source: actor.name) } ?? .unknown("nobody has said what it costs")
    }
}

/// The kind of problem that a person means.
struct FoundKind: Hashable {
    let workflow: String
    let kind: String

    /// Reads `inventory/stock-out` or `stock-out`; any other word only where it is meant to be a new one.
    init(_ text: String, isNew: Bool, among manifests: [StageManifest]) throws {
        let text = text.lowercased()
        let known = manifests.flatMap { stage in stage.kinds.map { (workflow: stage.id, kind: $0.id) } }
        let meant = known.filter { $0.kind == text || "\($0.workflow)/\($0.kind)" == text }
        if let only = meant.first, meant.count == 1 {
            (workflow, kind) = only
        } else if isNew, meant.isEmpty, Workbench.isWord(text) {
            (workflow, kind) = (Workbench.ownWorkflow, text)
        } else {
            let names = known.map { "\($0.workflow)/\($0.kind)" }
            let near = Nearest.word(to: text, of: text.contains("/") ? names : known.map(\.kind))
            let problem =
                isNew && meant.isEmpty
                ? "is no word, expected a-z, 0-9 and -, at most 40 of them"
                : meant.isEmpty ? "is no kind of problem" : "is a kind of several workflows"
            throw Diagnostic(
                "unknown-kind",
                "\"\(text)\" \(problem)\(near.map { "; did you mean \"\($0)\"?" } ?? ""); nothing was added",
                help: "\(names.sorted().joined(separator: ", ")), or a word with --kind-new", exit: .refused)
        }
    }
}

/// A share of revenue, 0 to 1.
struct Share: Hashable {
    let value: Double

    /// Reads `40%` or `0.4`.
    init(argument: String) throws {
        let percent = argument.hasSuffix("%")
        let number = Double(percent ? argument.dropLast() : argument[...]).map { percent ? $0 / 100 : $0 }
        guard let number, (0...1).contains(number), number > 0 else {
            throw ValidationError("--share is \"\(argument)\", expected more than 0 and up to 100%, such as 40% or 0.4")
        }
        value = number
    }
}

extension Money {
    /// Reads `120.00 USD` or `USD 120.00`, with no more decimals than the currency has.
    init(argument: String) throws {
        let parts = argument.split(separator: " ").map(String.init)
        let codes = parts.compactMap { Currency($0) }
        let amounts = parts.filter { $0.first?.isNumber ?? false }
        guard parts.count == 2, let currency = codes.first, let amount = amounts.first,
            let money = Money(amount: amount, currency), money.minorUnits > 0
        else {
            throw ValidationError("--sum is \"\(argument)\", expected an amount and its currency, such as 120.00 USD")
        }
        self = money
    }

    private init?(amount: String, _ currency: Currency) {
        let parts = amount.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, decimals.count <= currency.minorDigits,
            (parts[0] + decimals).allSatisfy({ $0.isASCII && $0.isNumber }),
            let minorUnits = Int64(
                parts[0] + decimals + String(repeating: "0", count: currency.minorDigits - decimals.count))
        else { return nil }
        self.init(minorUnits: minorUnits, currency)
    }
}
