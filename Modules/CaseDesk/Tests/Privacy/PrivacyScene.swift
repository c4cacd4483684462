import Calendars
import CaseDesk
import Cases
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Foundation
import Settings
import Testing

/// A desk with the cases of two people, and what it decided for them.
struct PrivacyScene {
    let store: any Store = MemoryStore()
    let ada = Actor(.person, "ada")
    let now = Instant(seconds: 1_790_000_000)
    let jane: PartyID
    let ben: PartyID

    init() throws {
        let first = try store.reserve(2, of: PartyRecord.self)
        (jane, ben) = (first, PartyID(first.number + 1))
        let key = try store.identityKey()
        var act = CaseAct()
        act.parties = [jane, ben].map { PartyRecord(id: $0, side: "buyer", since: now) }
        act.identities = [
            PartyIdentity(IdentityDigest.of(address: "jane@example.com", key: key), of: jane),
            PartyIdentity(IdentityDigest.of("77", kind: "contact of zendesk", key: key), of: jane),
        ]
        act.texts = [
            PersonalText(.name, jane.number, case: nil, party: jane, at: now, "Jane Roe"),
            PersonalText(.address, jane.number, case: nil, party: jane, at: now, "jane@example.com"),
            PersonalText(.name, ben.number, case: nil, party: ben, at: now, "Ben"),
        ]
        try store.perform(act, by: ada, at: now)
    }

    /// Keeps a case that ended so many days ago, or has not ended, and says its id.
    @discardableResult
    func keep(
        _ code: String, of party: PartyID, to account: String = "north", on marketplace: String = "",
        endedDaysAgo days: Double? = nil,
        saying text: String = "hello", isDisputed: Bool = false
    ) throws -> CaseID {
        let dollars = try #require(Currency("USD"))
        var contents = Case(source: "zendesk", code: code, account: account, marketplace: marketplace)
        if isDisputed {
            let rules = try #require(DisputeRules.standard(.guaranteeClaim))
            let terms = DisputeTerms(rules, reason: "late", desk: .seller, amount: Money(minorUnits: 500, dollars))
            try contents.dispute(.opened(terms), at: now.advanced(byDays: -1), by: .person("ada"))
        }
        if let days {
            contents.add(CaseEvent(at: now.advanced(byDays: -days), .state(.closed), by: .source))
        }
        var record = CaseRecord(
            id: try store.reserve(1, of: CaseRecord.self),
            key: CaseKey(source: "zendesk", account: account, code: code), state: contents.state.rawValue,
            body: String(decoding: try JSONEncoder().encode(contents), as: UTF8.self))
        record.party = party
        record.marketplace = marketplace
        record.isDone = contents.state.isDone
        record.ended = contents.ended
        let message = try store.reserve(1, of: MessageRecord.self)
        var act = CaseAct()
        act.cases = [(record, 0)]
        act.messages = [MessageRecord(id: message, case: record.id, at: now, state: .received)]
        act.decisions = [
            DecisionRecord(
                id: try store.reserve(1, of: DecisionRecord.self), case: record.id, at: now, by: "ada", role: "lead",
                kind: "refund", amount: Money(minorUnits: 1_999, dollars))
        ]
        act.texts = [PersonalText(.message, message.number, case: record.id, party: party, at: now, text)]
        act.events = [JournalEvent(.taken, record.id.description, state: record.state)]
        try store.perform(act, by: ada, at: now)
        return record.id
    }

    /// Who asks in a case, as its page says it.
    func requester(of id: CaseID) throws -> [PersonalText.Field: String] {
        let rules = DeskRules(DeskSettings())
        return try #require(try CaseFile(id, in: store, rules: rules, actor: ada, now: now)).requester
    }

    /// Ada's desk, so many days on.
    func desk(after days: Double = 1) -> PrivacyDesk {
        PrivacyDesk(store, actor: ada, now: now.advanced(byDays: days))
    }

    func texts(_ scope: TextScope) throws -> [String] {
        let fields = Set(PersonalText.Field.allCases)
        return try store.texts(scope, fields: fields, for: Access(by: .flywheel, at: now, purpose: "t")).map(\.text)
    }

    /// What was refunded, in cents.
    func refunds() throws -> Int64 { try store.decisions(of: nil).reduce(0) { $0 + ($1.amount?.minorUnits ?? 0) } }

    func settings(_ section: String) throws -> DeskSettings {
        try DeskSettings(yaml: "cases:\n  \(section)", sources: SettingsSources(zone: { _ in .utc }))
    }
}
