import Cases
import FlywheelKit
import FlywheelStore

/// Something about which the desk may write first.
struct OutreachOccasion {
    let kind: OutreachRule.Occasion
    /// The number of an order, or the id of a case.
    let about: String
    let account: String
    let marketplace: String
    let party: OutreachParty
    var caseID: CaseID?
    var language: String?
    /// What the case is about.
    var intents: [String] = []
    var promised: Instant?
    var chance: Double?
    var because: [String] = []
    /// When the desk wrote about it by itself: an answer in a case counts like a message of a rule.
    var written: [Instant] = []

    /// What it is about, by which it is told from all others.
    var matter: Subject { kind.matter(about, account: account, marketplace: marketplace) }
}

extension OutreachRule.Occasion {
    /// What messages on such an occasion are about: the same number is another order with another account or on another
    /// marketplace, and a case stays the same once its marketplace is known.
    func matter(_ about: String, account: String, marketplace: String) -> Subject {
        self == .lateOrder
            ? Subject(.order, account: account, marketplace: marketplace, code: about)
            : Subject(.ticket, account: account, marketplace: "", code: about)
    }
}

/// Who is written to.
enum OutreachParty: Hashable {
    /// Somebody the desk knows.
    case known(PartyID)
    /// Whoever bought an order: known by its number alone.
    case buyer(of: Subject)
}

/// What there is to write about now.
struct OutreachOccasions {
    let store: any Store
    let now: Instant
    /// What is looked for.
    let kinds: Set<OutreachRule.Occasion>

    /// The likeliest disputes that are worth a message.
    private static let mostRisks = 20

    private typealias Kept = (record: CaseRecord, contents: Case)

    func all() throws -> [OutreachOccasion] {
        guard !kinds.isEmpty else { return [] }
        var late = LateOrders(kinds.contains(.lateOrder) ? try store.unfinishedExceptions() : [])
        var (open, decided, all) = ([OutreachOccasion](), [OutreachOccasion](), [Kept]())
        var query = CaseQuery()
        // Who bought what is late, and what cases come to, is known from those that are over as well.
        if late.isEmpty, !kinds.contains(.disputeRisk) { query.isDone = false }
        try store.forEachPage(of: query) { page in
            for (record, contents) in page {
                let one = (record, contents: contents.woken(at: now))
                late.take(record, one.contents)
                if kinds.contains(.openCase) { Self.openCase(one).map { open.append($0) } }
                if kinds.contains(.decidedCase) { Self.decidedCase(one).map { decided.append($0) } }
                if kinds.contains(.disputeRisk) { all.append(one) }
            }
        }
        return late.occasions + open + risks(all) + decided
    }

    /// A case that goes on: the desk's last message to who asks, or the opening, is where the hours count from.
    private static func openCase(_ one: Kept) -> OutreachOccasion? {
        let (record, contents) = one
        guard !contents.state.isDone, contents.state != .waitingOnRequester, let party = record.party else {
            return nil
        }
        let written = contents.messages.filter { entry in
            if case .party = entry.message.author { false } else { !entry.message.isInternal }
        }.map(\.at)
        return OutreachOccasion(
            kind: .openCase, about: record.id.description, account: contents.account,
            marketplace: contents.marketplace, party: .known(party), caseID: record.id,
            language: contents.language, intents: contents.intents,
            written: written.isEmpty ? [contents.opened].compactMap(\.self) : written)
    }

    private func risks(_ cases: [Kept]) -> [OutreachOccasion] {
        let contents = cases.map(\.contents)
        guard let risk = DisputeRisk(contents, until: now) else { return [] }
        return risk.ranked(contents, at: now).prefix(Self.mostRisks).compactMap { ranked in
            let (record, contents) = cases[ranked.place]
            guard let party = record.party else { return nil }
            return OutreachOccasion(
                kind: .disputeRisk, about: record.id.description, account: contents.account,
                marketplace: contents.marketplace, party: .known(party), caseID: record.id,
                language: contents.language, intents: contents.intents, chance: ranked.chance,
                because: ranked.because.map(\.text))
        }
    }

    /// A case whose message triage decided about, until somebody says otherwise, writes again, or works on it.
    private static func decidedCase(_ one: Kept) -> OutreachOccasion? {
        let (record, contents) = one
        guard let decided = contents.standing, contents.state.waitsForDesk, !contents.isClaimed,
            contents.messages.allSatisfy({ $0.at <= decided.at }), let party = record.party
        else { return nil }
        return OutreachOccasion(
            kind: .decidedCase, about: record.id.description, account: contents.account,
            marketplace: contents.marketplace, party: .known(party), caseID: record.id,
            language: contents.language, intents: decided.intents)
    }
}
