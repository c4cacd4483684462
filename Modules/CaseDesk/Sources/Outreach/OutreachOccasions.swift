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
}

/// Who is written to.
enum OutreachParty: Hashable {
    /// Somebody the desk knows.
    case known(PartyID)
    /// Whoever bought an order: known by its number alone.
    case buyer(order: String)
}

/// What there is to write about now.
struct OutreachOccasions {
    let store: any Store
    let now: Instant

    /// The likeliest disputes that are worth a message.
    private static let mostRisks = 20

    func all() throws -> [OutreachOccasion] {
        let records = try store.caseRecords(CaseQuery(), limit: .max)
        let cases = try records.map { (record: $0, contents: try $0.contents().woken(at: now)) }
        return try lateOrders(cases) + openCases(cases) + risks(cases) + decided(cases)
    }

    private typealias Kept = (record: CaseRecord, contents: Case)

    /// Orders that the queue holds for late, or likely to be.
    private func lateOrders(_ cases: [Kept]) throws -> [OutreachOccasion] {
        var byOrder: [String: Kept] = [:]
        for one in cases {
            for link in one.contents.links where link.kind == .order { byOrder[link.code] = one }
        }
        return try store.unfinishedExceptions().compactMap { exception in
            let subject = exception.fingerprint.subject
            guard subject.kind == .order, exception.state.isOpen else { return nil }
            let known = byOrder[subject.code]
            return OutreachOccasion(
                kind: .lateOrder, about: subject.code, account: subject.account, marketplace: subject.marketplace,
                party: known?.record.party.map(OutreachParty.known) ?? .buyer(order: subject.code),
                caseID: known?.record.id, language: known?.contents.language, promised: exception.exposure.deadline,
                chance: exception.state == .predicted ? exception.exposure.probability : 1)
        }
    }

    /// Cases that go on: the desk's last message to who asks, or the opening, is where the hours count from.
    private func openCases(_ cases: [Kept]) -> [OutreachOccasion] {
        cases.compactMap { record, contents in
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
    }

    private func risks(_ cases: [Kept]) -> [OutreachOccasion] {
        let contents = cases.map(\.contents)
        guard let risk = DisputeRisk(contents, until: now) else { return [] }
        let records = Dictionary(
            cases.map { ("\($0.contents.source)/\($0.contents.code)", $0) }, uniquingKeysWith: { first, _ in first })
        return risk.ranked(contents, at: now).prefix(Self.mostRisks).compactMap { ranked in
            guard let (record, contents) = records["\(ranked.source)/\(ranked.code)"], let party = record.party else {
                return nil
            }
            return OutreachOccasion(
                kind: .disputeRisk, about: record.id.description, account: contents.account,
                marketplace: contents.marketplace, party: .known(party), caseID: record.id,
                language: contents.language, intents: contents.intents, chance: ranked.chance,
                because: ranked.because.map(\.text))
        }
    }

    /// Cases whose message triage decided about, until somebody says otherwise, writes again, or works on it.
    private func decided(_ cases: [Kept]) -> [OutreachOccasion] {
        cases.compactMap { record, contents in
            guard let decided = contents.standing, contents.state.waitsForDesk, !contents.isClaimed,
                contents.messages.allSatisfy({ $0.at <= decided.at }), let party = record.party
            else { return nil }
            return OutreachOccasion(
                kind: .decidedCase, about: record.id.description, account: contents.account,
                marketplace: contents.marketplace, party: .known(party), caseID: record.id,
                language: contents.language, intents: decided.intents)
        }
    }
}
