import FlywheelKit
import FlywheelStore
import Testing

/// Who may come in, and how they show that it is them.
extension Bench {
    private func newPerson(_ name: String, role: String = "admin") -> PersonRecord {
        PersonRecord(name: name, displayName: name.uppercased(), role: role)
    }

    private func keep(_ record: PersonRecord, _ change: String? = "added", ending: Bool = false) throws -> PersonRecord
    {
        try store.keep(record, change: change, endsSignIns: ending, needing: "admin", by: person, at: noon)
    }

    private func signIn(_ digest: UInt8, of person: PersonID, seen: Instant = noon) -> SignInRecord {
        SignInRecord(
            digest: [digest], person: person, isComplete: digest > 1, began: seen, ends: noon.advanced(byDays: 0.5),
            address: "192.0.2.0", agent: "Firefox")
    }

    func peopleReturnAsTheyWere() throws {
        let eve = try keep(newPerson("eve"))
        var full = newPerson("ada")
        full.accounts = ["north", "süd"]
        full.locale = "de"
        full.figures = "en-GB"
        full.zone = "Asia/Tokyo"
        full.disabled = nil
        full.password = "$scrypt$ln=15"
        full.secondFactor = PersonRecord.SecondFactor(secret: [0, 255], lastStep: 7, recovery: [[1], [2]])
        full.identity = PersonRecord.Identity(issuer: "https://id.example", subject: "1")
        let ada = try keep(full)
        full.version = 1
        #expect(ada.id == PersonID(2))
        #expect((ada.name, ada.accounts, ada.secondFactor, ada.version) == ("ada", full.accounts, full.secondFactor, 1))
        var ben = try keep(newPerson("ben", role: "viewer"))
        ben.disabled = noon
        ben = try keep(ben, "disabled")
        try reopen()
        #expect(try store.people() == [eve, ada, ben])
        #expect(try store.person(ben.id) == ben)
        #expect(try store.person(PersonID(4)) == nil)
        #expect(try store.person(named: "ada") == ada)
        #expect(try store.person(named: "ADA") == nil)
        #expect(try store.person(identified: PersonRecord.Identity(issuer: "https://id.example", subject: "1")) == ada)
        #expect(try store.person(identified: PersonRecord.Identity(issuer: "", subject: "1")) == nil)
        #expect(
            try store.history(of: "U3").map { [$0.event.state, $0.event.detail] } == [
                ["viewer", "added"], ["disabled", "disabled"],
            ])
        #expect(try store.journalFaults().isEmpty)
    }

    func peopleAreKeptOneChangeAtATime() throws {
        var ada = try keep(newPerson("ada"))
        let outdated = ada
        ada.identity = PersonRecord.Identity(issuer: "https://id.example", subject: "1")
        ada = try keep(ada)
        #expect(throws: StoreError.recordsChangedMeanwhile(["U1"])) { try self.keep(outdated) }
        #expect(throws: StoreError.refused("somebody is called ada already")) { try self.keep(self.newPerson("ada")) }
        var ben = newPerson("ben")
        ben.identity = ada.identity
        #expect(throws: StoreError.refused("this identity is another person's already")) { try self.keep(ben) }
        #expect(try store.people() == [ada])
        #expect(try store.journalLength() == 2)
    }

    func somebodyIsLeftInARole() throws {
        let refused = StoreError.refused(
            "nobody with the role admin would be left for all accounts; give it to somebody else first")
        #expect(throws: refused) { try self.keep(self.newPerson("eve", role: "viewer")) }
        let ada = try keep(newPerson("ada"))
        var lowered = ada
        lowered.role = "viewer"
        #expect(throws: refused) { try self.keep(lowered) }
        var disabled = ada
        disabled.disabled = noon
        #expect(throws: refused) { try self.keep(disabled) }
        var narrowed = ada
        narrowed.accounts = ["north"]
        #expect(throws: refused, "who knows of some accounts alone cannot give all of them back") {
            try self.keep(narrowed)
        }
        #expect(try store.people() == [ada])
        _ = try keep(newPerson("ben"))
        _ = try keep(lowered)
        #expect(try store.journalFaults().isEmpty)
    }

    func signInsEndWithWhatTheyStoodOn() throws {
        let ada = try keep(newPerson("ada"))
        let ben = try keep(newPerson("ben"))
        let length = try store.journalLength()
        let records = [signIn(1, of: ada.id), signIn(2, of: ada.id), signIn(3, of: ben.id), signIn(4, of: ben.id)]
        let ids = try records.map { try store.begin($0) }
        #expect(ids.map(\.number) == [1, 2, 3, 4])
        try store.touch(ids[1], at: noon.advanced(bySeconds: 60))
        try reopen()
        let found = try #require(try store.signIn(digest: [2]))
        #expect((found.person, found.isComplete, found.agent, found.address) == (ada.id, true, "Firefox", "192.0.2.0"))
        #expect(found.lastSeen == noon.advanced(bySeconds: 60))
        #expect(try store.signIn(digest: [1])?.isComplete == false)
        #expect(try store.signIn(digest: [9]) == nil)
        #expect(try store.signIns(of: ben.id).map(\.id) == [ids[2], ids[3]])
        #expect(try store.journalLength() == length, "who came in when is no part of what is kept for ever")
        try store.end([ids[2], ids[2], SignInID(99)])
        #expect(try store.signIns(of: nil).map(\.id) == [ids[0], ids[1], ids[3]])
        _ = try keep(ada, nil, ending: true)
        #expect(try store.journalLength() == length)
        #expect(try store.signIns(of: nil).map(\.id) == [ids[3]])
        #expect(try store.begin(signIn(5, of: ben.id)).number == 5)
    }

    func tokensAreKeptAndForgotten() throws {
        let ada = try keep(newPerson("ada"))
        var token = TokenRecord(
            digest: [7], label: "nightly", person: ada.id, rights: ["look"], accounts: ["north"], made: noon,
            ends: noon.advanced(byDays: 90))
        let id = try store.keep(token, by: person).id
        let other = try store.keep(
            TokenRecord(
                digest: [8], label: "", person: ada.id, rights: [], accounts: nil, made: noon, ends: nil), by: person
        ).id
        try store.touch(id, at: noon)
        try reopen()
        token.lastUsed = noon
        let kept = try #require(try store.token(digest: [7]))
        #expect((kept.id, kept.label, kept.rights, kept.accounts) == (id, "nightly", ["look"], ["north"]))
        #expect((kept.person, kept.made, kept.ends, kept.lastUsed) == (ada.id, noon, token.ends, noon))
        #expect(try store.tokens(of: ada.id).map(\.id) == [id, other])
        #expect(try store.tokens(of: PersonID(9)).isEmpty)
        try store.revoke(id, by: person, at: noon)
        #expect(try store.token(digest: [7]) == nil)
        #expect(throws: StoreError.unknown("API token V1")) { try self.store.revoke(id, by: person, at: noon) }
        #expect(try store.history(of: "V1").map(\.event.verb) == [.issued, .revoked])
        #expect(try store.history(of: "V1").map(\.event.detail) == ["U1", "U1"])
        #expect(try store.journalFaults().isEmpty)
    }

    func invitationsAreUsedOnce() throws {
        let ada = try keep(newPerson("ada"))
        let ends = noon.advanced(byDays: 1)
        let setUp = InvitationRecord(digest: [1], person: nil, ends: ends)
        let first = InvitationRecord(digest: [2], person: ada.id, ends: ends)
        let second = InvitationRecord(digest: [3], person: ada.id, ends: ends)
        for invitation in [setUp, first, second] { try store.keep(invitation) }
        try reopen()
        #expect(try store.invitation(digest: [1]) == setUp)
        #expect(try store.invitation(digest: [2]) == nil, "the newer one stands in its place")
        #expect(try store.invitation(digest: [3]) == second)
        #expect(try store.useInvitation(digest: [3]))
        #expect(try !store.useInvitation(digest: [3]))
        #expect(try store.invitation(digest: [3]) == nil)
        #expect(try store.invitation(digest: [1]) == setUp)
    }

    func peoplesTracesAreSwept() throws {
        let ada = try keep(newPerson("ada"))
        for (digest, hours) in [(1, 0), (2, 3), (3, 9)] as [(UInt8, Int64)] {
            _ = try store.begin(signIn(digest, of: ada.id, seen: noon.advanced(bySeconds: hours * 3_600)))
        }
        try store.keep(InvitationRecord(digest: [1], person: nil, ends: noon.advanced(bySeconds: 3_600)))
        try store.keep(InvitationRecord(digest: [2], person: ada.id, ends: noon.advanced(byDays: 3)))
        for (index, kind) in ["signed-in", "refused", "denied"].enumerated() {
            try store.log(
                DoorEvent(
                    at: noon.advanced(bySeconds: Int64(index) * 3_600), kind: kind, person: index == 1 ? nil : ada.id,
                    detail: "S\(index)", address: "192.0.2.0"))
        }
        try reopen()
        #expect(try store.doorEvents(of: nil, before: nil, limit: 9).map(\.kind) == ["denied", "refused", "signed-in"])
        #expect(try store.doorEvents(of: ada.id, before: 3, limit: 9).map(\.detail) == ["S0"])
        #expect(try store.doorEvents(of: nil, before: nil, limit: 1).map(\.number) == [3])
        #expect(try store.hasDoorEvent("signed-in", of: ada.id, from: "192.0.2.0"))
        #expect(try !store.hasDoorEvent("signed-in", of: ada.id, from: "198.51.100.0"))
        #expect(try !store.hasDoorEvent("refused", of: ada.id, from: "192.0.2.0"))
        let now = noon.advanced(bySeconds: 2 * 3_600)
        try store.sweepPeople(now: now, idle: noon.advanced(bySeconds: 1), logged: noon.advanced(bySeconds: 3_600))
        #expect(try store.signIns(of: nil).map(\.digest) == [[2], [3]])
        #expect(try store.invitation(digest: [1]) == nil)
        #expect(try store.invitation(digest: [2]) != nil)
        #expect(try store.doorEvents(of: nil, before: nil, limit: 9).map(\.number) == [3, 2])
        try store.sweepPeople(now: noon.advanced(byDays: 0.5), idle: noon, logged: noon)
        #expect(try store.signIns(of: nil).isEmpty)
    }
}
