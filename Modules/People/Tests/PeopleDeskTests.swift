import FlywheelKit
import FlywheelStore
import Testing

@testable import People

@Suite("Letting people in and keeping them out")
struct PeopleDeskTests {
    @Test func theFirstPersonIsMadeOnce() throws {
        let bench = Bench()
        let old = try #require(try bench.desk.setUpCode())
        let code = try #require(try bench.desk.setUpCode())
        let password = "long enough for her"
        #expect(throws: PeopleError.wrong) {
            try bench.desk.setUp(old, name: "ada", password: password, from: bench.home)
        }
        #expect(throws: PeopleError.name("ada lovelace")) {
            try bench.desk.setUp(code, name: "ada lovelace", password: password, from: bench.home)
        }
        #expect(throws: PeopleError.password(.length(3))) {
            try bench.desk.setUp(code, name: "ada", password: "abc", from: bench.home)
        }
        let signedIn = try bench.desk.setUp(code, name: "Ada", password: password, from: bench.home)
        #expect(try bench.desk.viewer(reference: signedIn.reference)?.role == .admin)
        #expect(throws: PeopleError.standsAlready) {
            try bench.desk.setUp(code, name: "eve", password: password, from: bench.home)
        }
        #expect(try bench.desk.setUpCode() == nil)
    }

    @Test func aSetUpCodeCountsForADay() throws {
        let bench = Bench()
        let code = try #require(try bench.desk.setUpCode())
        bench.pass(PeopleDesk.Lifetime.setUp)
        #expect(throws: PeopleError.wrong) {
            try bench.desk.setUp(code, name: "ada", password: "long enough for her", from: bench.home)
        }
    }

    @Test func anInvitationIsUsedOnceAndInTime() throws {
        let bench = try Bench.setUp()
        _ = try bench.desk.add("ben", displayName: "Ben", role: .viewer, by: bench.admin, from: bench.home)
        let late = try bench.desk.invite("ben", by: bench.admin, from: bench.home).code
        bench.pass(PeopleDesk.Lifetime.invitation)
        #expect(throws: PeopleError.wrong) { try bench.desk.invited(late, from: bench.home) }
        let code = try bench.desk.invite("ben", by: bench.admin, from: bench.home).code
        #expect(try bench.desk.invited(code, from: bench.home).displayName == "Ben")
        #expect(throws: PeopleError.password(.name)) {
            try bench.desk.accept(code, password: "ben.ben.ben!", from: bench.home)
        }
        #expect(try bench.desk.accept(code, password: "long enough for him", from: bench.home).name == "ben")
        #expect(throws: PeopleError.wrong) {
            try bench.desk.accept(code, password: "long enough for eve", from: bench.home)
        }
    }

    @Test func whoeverIsFirstCanLetOthersIn() throws {
        let bench = Bench()
        for (role, scope) in [(Role.lead, AccountScope.all), (.admin, .only(["north"]))] {
            #expect(throws: PeopleError.adminFirst("ada")) {
                try bench.desk.add("Ada", role: role, scope: scope, by: bench.admin, from: bench.home)
            }
        }
        #expect(try bench.desk.people().isEmpty)
        #expect(try bench.desk.add("Ada", role: .admin, by: bench.admin, from: bench.home).name == "ada")
    }

    @Test func theLastAdminStays() throws {
        let bench = try Bench.setUp()
        let refusal = PeopleError.refused(
            "nobody with the role admin would be left for all accounts; give it to somebody else first")
        #expect(throws: refusal) { try bench.desk.disable("ada", by: bench.admin, from: bench.home) }
        #expect(throws: refusal) {
            try bench.desk.change("ada", role: .lead, scope: .all, by: bench.admin, from: bench.home)
        }
        try bench.add("ben", role: .admin)
        _ = try bench.desk.disable("ada", by: Actor(.person, "ben"), from: bench.home)
        #expect(throws: refusal) { try bench.desk.disable("ben", by: bench.admin, from: bench.home) }
        #expect(throws: PeopleError.refused("ada is kept out already")) {
            try bench.desk.disable("ada", by: bench.admin, from: bench.home)
        }
        #expect(throws: PeopleError.refused("ben is not kept out")) {
            try bench.desk.enable("ben", by: bench.admin, from: bench.home)
        }
        #expect(throws: PeopleError.nobody("eve")) { try bench.desk.enable("eve", by: bench.admin, from: bench.home) }
    }

    @Test func anIdentityOpensForWhomItWasLinkedTo() throws {
        let bench = try Bench.setUp()
        let identity = PersonRecord.Identity(issuer: "https://id.example", subject: "7")
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(as: identity, from: bench.home) }
        try bench.link("ada", to: identity)
        #expect(try bench.desk.signIn(as: identity, from: bench.home).name == "ada")
        let other = PersonRecord.Identity(issuer: "https://other.example", subject: "7")
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(as: other, from: bench.home) }
        #expect(try bench.log().suffix(2) == ["signed-in U1 provider", "refused - provider"])
    }

    @Test func onlyAPasswordLinksAnIdentityAndForgetsIt() throws {
        let bench = try Bench.setUp()
        try bench.add("ben", role: .viewer)
        let identity = PersonRecord.Identity(issuer: "https://id.example", subject: "7")
        #expect(throws: PeopleError.wrong) {
            try bench.desk.permitLink(of: "ada", password: "a guess", attempt: "one", from: bench.home)
        }
        let permit = try bench.desk.permitLink(
            of: "ada", password: Bench.password, attempt: "one", from: bench.home)
        for (name, permit, attempt) in [("ada", permit, "two"), ("ben", permit, "one"), ("ada", "", "one")] {
            #expect(throws: PeopleError.wrong, "\(name), \(attempt)") {
                try bench.desk.link(name, to: identity, permit: permit, attempt: attempt, from: bench.home)
            }
        }
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(as: identity, from: bench.home) }
        _ = try bench.desk.link("ada", to: identity, permit: permit, attempt: "one", from: bench.home)
        #expect(throws: PeopleError.wrong) { try bench.desk.unlink("ada", password: "a guess", from: bench.home) }
        #expect(try bench.desk.signIn(as: identity, from: bench.home).name == "ada")
        try bench.desk.unlink("ada", password: Bench.password, from: bench.home)
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(as: identity, from: bench.home) }
    }

    @Test func whatHappenedIsForgottenInTime() throws {
        let bench = try Bench.setUp()
        bench.pass(PeopleDesk.Lifetime.log * 86_400)
        _ = try bench.signIn()
        bench.pass(1)
        try bench.desk.sweep()
        #expect(try bench.log() == ["signed-in U1 password"])
        #expect(try bench.store.signIns(of: nil).count == 1)
        bench.pass(PeopleDesk.Lifetime.idle)
        try bench.desk.sweep()
        #expect(try bench.store.signIns(of: nil).isEmpty)
    }

    @Test func whoOnlyListensIsIdle() throws {
        let bench = try Bench.setUp()
        let viewer = try #require(try bench.desk.viewer(reference: try bench.signIn().reference))
        bench.pass(PeopleDesk.Lifetime.idle - 1)
        #expect(try bench.desk.isStill(viewer))
        bench.pass(1)
        #expect(try !bench.desk.isStill(viewer))
    }

    @Test(arguments: ["role", "narrowed", "disabled", "revoked", "ended"])
    func whatGoesOnEndsWithWhatItStoodOn(change: String) throws {
        let bench = try Bench.setUp()
        try bench.add("ben", role: .lead)
        let token = try bench.desk.issueToken(
            "nightly", for: "ben", rights: [.look, .work], days: 1, by: bench.admin, from: bench.home)
        let byToken = try #require(try bench.desk.viewer(token: token.text, from: bench.home))
        let signedIn = try bench.signIn("ben", "long enough for them")
        let bySession = try #require(try bench.desk.viewer(reference: signedIn.reference))
        #expect(try bench.desk.isStill(byToken) && bench.desk.isStill(bySession))
        switch change {
        case "role":
            _ = try bench.desk.change("ben", role: .viewer, scope: .all, by: bench.admin, from: bench.home)
        case "narrowed":
            _ = try bench.desk.change("ben", role: .lead, scope: .only(["south"]), by: bench.admin, from: bench.home)
        case "disabled": _ = try bench.desk.disable("ben", by: bench.admin, from: bench.home)
        case "revoked": try bench.desk.revokeToken(token.record.id, by: bench.admin, from: bench.home)
        default: try bench.desk.signOut(signedIn.reference, from: bench.home)
        }
        #expect(try bench.desk.isStill(byToken) == (change == "ended"))
        #expect(try bench.desk.isStill(bySession) == (change == "revoked"))
    }

    @Test func denialsAreLogged() throws {
        let bench = try Bench.setUp()
        try bench.add("ben", role: .viewer)
        let viewer = Viewer(name: "ben", role: .viewer, credential: .session(1))
        try bench.desk.denied(viewer, .administer, from: bench.home)
        #expect(try bench.log().last == "denied U2 administer")
    }

    @Test func nothingSecretIsKeptOrLogged() throws {
        let bench = try Bench.setUp()
        let signedIn = try bench.signIn()
        let token = try bench.desk.issueToken(
            "nightly", for: "ada", rights: [.look], days: 1, by: bench.admin, from: bench.home)
        let invitation = try bench.desk.invite("ada", by: bench.admin, from: bench.home).code
        #expect(throws: PeopleError.wrong) { try bench.signIn("ada", "canary password") }
        #expect(throws: PeopleError.wrong) { try bench.signIn("canary-name", "canary password") }
        let kept = try [
            "\(bench.store.people())", "\(bench.store.signIns(of: nil))", "\(bench.store.tokens(of: nil))",
            "\(bench.store.doorEvents(of: nil, before: nil, limit: 99))", "\(bench.store.events())",
        ].joined()
        for secret in [signedIn.reference, token.text, invitation, "canary", "long enough"] {
            #expect(!kept.contains(secret))
        }
        #expect(kept.contains("nightly"), "what is kept was looked through")
    }
}
