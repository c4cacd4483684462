import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Uploads

/// What `changes show` prints: what a change sets, why, what stands against it, and the file it would make.
struct ChangeAnswer: DocumentedAnswer {
    let change: ChangeRecord
    /// The exception that it would end.
    let exception: ExceptionRecord?
    /// The exception's problem, with codes.
    let title: String
    /// The same as people read it.
    let name: String
    /// What the exception's workflow says is to be done.
    let resolution: Resolution?
    /// What files last said of the listing.
    let listing: ListingNow?
    /// Where it was written and the marketplace never took it up.
    let untaken: UntakenPrice?
    /// The file that would be written of it alone, or that took it back.
    let upload: PlannedUpload?
    /// What stands against writing it now.
    let obstacle: Diagnostic?
    let history: [(at: Instant, actor: Actor, event: JournalEvent)]

    let columns = ChangeRecord.columns
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { [change.json] }

    static let document = Document(
        "change", "What a change sets and why, what stands against it, and its file.", members)

    static let members: Members<Self> = [
        "change": .value(\.change), "title": .value(\.title), "exceptionState": .word(\.exception?.state),
        "now": .part([
            "price": .value(\.listing?.price), "floor": .value(\.listing?.floor),
            "ceiling": .value(\.listing?.ceiling),
        ]),
        "untaken": .maybe(\.untaken, ["shown": .value(\.shown), "listed": .value(\.listed)]),
        "would": .maybe(
            \.upload,
            [
                "file": .value(\.name), "format": .word(\.format), "sha256": .value(\.digest),
                "text": .value(\.text),
            ]),
        "obstacle": .maybe(
            \.obstacle, ["code": .value(\.code), "message": .value(\.sentence), "help": .value(\.help)]),
        "history": .list(
            \.history,
            [
                "at": .value { $0.at }, "actor": .value { $0.actor.name }, "event": .value { $0.event.verb.rawValue },
                "state": .value { $0.event.state }, "cause": .value { $0.event.cause },
                "detail": .value { $0.event.detail },
            ]),
    ]

    func text(on page: Page) -> [String] {
        let subject = change.subject
        var lines = ["\(page.ink(change.id.description, .bold))  \(change.change.inWords.visible)"]
        lines.append("\(subject.words), \(subject.marketplaceName), account \(subject.account)".visible)
        lines.append("")
        lines += page.wrapped(
            "\(change.state.words); proposed by \(change.rotation) \(page.clock.dated(change.proposed)), "
                + "\(change.mode.rawValue) mode", head: "State    ")
        if let untaken { lines += page.wrapped(untaken.words, head: "         ") }
        lines += page.wrapped("\(change.exception), \(name)".visible, head: "Ends     ")
        if let resolution, case .act(let remedy) = resolution.action {
            lines += page.wrapped(remedy.title.told(on: page.clock.today).visible, head: "Why      ")
        }
        for (index, fact) in (resolution?.suggestion?.because ?? []).enumerated() {
            lines += page.wrapped(fact.visible, head: index == 0 ? "Because  " : "         ")
        }
        lines += numbers(page)
        if let obstacle { lines += against(obstacle, page) }
        if let upload {
            lines.append("File     \(upload.name), \(Numbers.count(upload.bytes.count, "byte"))")
            lines += upload.text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map {
                "         \(String($0).replacing("\t", with: "  ").visible)"
            }
        }
        lines += history.enumerated().map { index, entry in
            let who = entry.actor.kind == .person ? entry.actor.name : entry.event.cause
            return
                "\(index == 0 ? "History " : "        ") \(page.clock.dated(entry.at))  \(entry.event.verb.words), \(who)"
                .visible
        }
        return lines + next(page)
    }

    /// What stands against it, and what to do about that, where it is more than to look at this.
    private func against(_ obstacle: Diagnostic, _ page: Page) -> [String] {
        let help = obstacle.help == "flywheel changes show \(change.id)" ? nil : obstacle.help
        return page.wrapped(obstacle.sentence.visible, head: "Against  ")
            + (help.map { page.wrapped($0.visible, head: "         ") } ?? [])
    }

    private func numbers(_ page: Page) -> [String] {
        guard let price = change.change.price else { return [] }
        func words(_ money: Money?) -> String { money.map(Numbers.amount) ?? "?" }
        return page.wrapped(price.unitsWords, head: "Expects  ")
            + page.wrapped(
                price.gain.map { "\(Numbers.money($0)) more a day, after costs" } ?? "not known", head: "Gain     ")
            + page.wrapped(
                "price \(words(listing?.price)), floor \(words(listing?.floor)), ceiling \(words(listing?.ceiling))",
                head: "Now      ")
            + page.wrapped("taking it back sets \(Numbers.money(price.from)) again", head: "Back     ")
    }

    private func next(_ page: Page) -> [String] {
        switch change.state {
        case .proposed: page.next("flywheel changes approve \(change.id)" + toSet)
        case .approved: page.next("flywheel changes write \(change.id)" + (change.mode == .test ? " --dry-run" : ""))
        case .written where untaken == nil: page.next("flywheel changes take-back \(change.id)", word: "Undo")
        case .written, .takenBack, .refused, .superseded: page.next("flywheel show \(change.exception)")
        }
    }

    /// The flags that say what only a person knows.
    private var toSet: String {
        change.change.attributes.filter { $0.value == nil }.map { " --set \($0.name)=VALUE" }.joined()
    }
}

extension PlannedUpload {
    /// The file as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Session {
    /// Everything known of a change.
    func change(_ id: ChangeID) throws -> ChangeAnswer {
        let desk = host.changeDesk(actor, now: now)
        guard let change = try host.store.listingChange(id).map({ try desk.current([$0])[0] }) else {
            throw Diagnostic(.unknown(id), clock: clock)
        }
        let exception = try host.store.exception(change.exception)
        let view = try desk.view(of: change)
        let planned = try view.ready.map { try host.uploads(of: [$0], at: now) }
        let obstacle =
            view.obstacle.map { Diagnostic($0, clock: clock) }
            ?? planned?.refused.first.map { Diagnostic($0.why, of: $0.change) }
        return ChangeAnswer(
            change: change, exception: exception, title: host.manifests.codedName(of: change.fingerprint),
            name: host.manifests.name(of: change.fingerprint),
            resolution: try exception.map { try host.plan.resolution(of: $0, states: host.store.stageStates()) },
            listing: view.listing, untaken: try desk.untaken(among: [change])[id], upload: planned?.uploads.first,
            obstacle: obstacle,
            history: try host.store.history(of: id.description))
    }
}
