import FlywheelKit
import FlywheelStore
import Testing

@testable import People

@Suite("Signing in")
struct SignInTests {
    @Test func aPasswordOpensAndIsLogged() throws {
        let bench = try Bench.setUp()
        let signedIn = try bench.signIn()
        #expect(!signedIn.needsCode)
        #expect(signedIn.reference.utf8.count == 43, "256 bits")
        let viewer = try #require(try bench.desk.viewer(reference: signedIn.reference))
        #expect((viewer.name, viewer.role, viewer.scope, viewer.rights) == ("ada", .admin, .all, Role.admin.rights))
        #expect(try bench.log() == ["changed U1 set-up", "signed-in U1 set-up", "signed-in U1 password"])
    }

    @Test func namesAreSignedInWithHoweverTheyAreCapitalised() throws {
        let bench = try Bench.setUp()
        #expect(try bench.signIn(" ADA ").name == "ada")
    }

    @Test func wrongNamesAndWrongPasswordsLookAlike() throws {
        let bench = try Bench.setUp()
        try bench.add("ben", role: .viewer)
        _ = try bench.desk.disable("ben", by: bench.admin, from: bench.home)
        _ = try bench.desk.add("cy", role: .viewer, by: bench.admin, from: bench.home)
        for (name, password) in [
            ("ada", "long enough for him"), ("eve", "long enough for her"), ("ben", "long enough for them"), ("cy", ""),
            ("", ""), ("no name at all", "x"), ("ada", String(repeating: "x", count: 1_000_000)),
        ] {
            #expect(throws: PeopleError.wrong) { try bench.signIn(name, password) }
        }
        #expect(
            try bench.log().suffix(7) == [
                "refused U1 password", "refused - password", "refused U2 password", "refused U3 password",
                "refused - password", "refused - password", "refused U1 password",
            ])
    }

    @Test func aSignInReplacesTheReferenceThatWasThere() throws {
        let bench = try Bench.setUp()
        let planted = try bench.signIn()
        let own = try bench.desk.signIn(
            "ada", password: "long enough for her", from: bench.home, replacing: planted.reference)
        #expect(own.reference != planted.reference)
        #expect(try bench.desk.viewer(reference: planted.reference) == nil)
        #expect(try bench.desk.viewer(reference: own.reference) != nil)
        #expect(try bench.desk.viewer(reference: "made up") == nil)
    }

    @Test func aReferenceMeansNothingAfterSignOut() throws {
        let bench = try Bench.setUp()
        let signedIn = try bench.signIn()
        try bench.desk.signOut(signedIn.reference, from: bench.home)
        #expect(try bench.desk.viewer(reference: signedIn.reference) == nil)
        try bench.desk.signOut(signedIn.reference, from: bench.home)
        #expect(try bench.log().last == "ended U1 S2")
    }

    @Test func anUnusedSignInEndsAfterHalfAnHour() throws {
        let bench = try Bench.setUp()
        let signedIn = try bench.signIn()
        for _ in 0..<3 {
            bench.pass(PeopleDesk.Lifetime.idle - 1)
            #expect(try bench.desk.viewer(reference: signedIn.reference) != nil)
        }
        bench.pass(PeopleDesk.Lifetime.idle)
        #expect(try bench.desk.viewer(reference: signedIn.reference) == nil)
        #expect(try bench.desk.signIns(of: "ada").isEmpty)
    }

    @Test func everySignInEndsAfterHalfADay() throws {
        let bench = try Bench.setUp()
        let signedIn = try bench.signIn()
        for _ in 0..<(12 * 3 - 1) {
            bench.pass(20 * 60)
            #expect(try bench.desk.viewer(reference: signedIn.reference) != nil)
        }
        bench.pass(20 * 60)
        #expect(try bench.desk.viewer(reference: signedIn.reference) == nil)
    }

    @Test func passwordRoleAndDisablingEndAllSignIns() throws {
        let bench = try Bench.setUp()
        try bench.add("ben", role: .viewer)
        func references() throws -> [String] {
            try (0..<2).map { _ in try bench.signIn("ben", "long enough for them").reference }
        }
        var old = try references()
        let new = try bench.desk.changePassword(
            of: "ben", from: "long enough for them", to: "a longer one for him", from: bench.home)
        #expect(try old.allSatisfy { try bench.desk.viewer(reference: $0) == nil })
        #expect(try bench.desk.viewer(reference: new.reference)?.name == "ben")
        _ = try bench.desk.change(
            "ben", role: .operator, scope: .only(["north"]), by: bench.admin, from: bench.home)
        #expect(try bench.desk.viewer(reference: new.reference) == nil)
        old = [try bench.signIn("ben", "a longer one for him").reference]
        #expect(try bench.desk.viewer(reference: old[0])?.scope == .only(["north"]))
        _ = try bench.desk.disable("ben", by: bench.admin, from: bench.home)
        #expect(try bench.desk.viewer(reference: old[0]) == nil)
        _ = try bench.desk.enable("ben", by: bench.admin, from: bench.home)
        #expect(try bench.desk.viewer(reference: old[0]) == nil)
        #expect(try bench.signIn("ben", "a longer one for him").name == "ben")
    }

    @Test func hashesThatCostLessAreMadeAnew() throws {
        let bench = try Bench.setUp()
        let dearer = PasswordCost(logN: 2, r: 1, p: 1)
        let desk = PeopleDesk(store: bench.store, clock: { bench.clock.instant }, cost: dearer)
        let length = try bench.store.journalLength()
        for _ in 0..<2 { _ = try desk.signIn("ada", password: "long enough for her", from: bench.home) }
        #expect(try bench.store.people()[0].password?.hasPrefix("$scrypt$ln=2,r=1,p=1$") == true)
        #expect(try bench.store.journalLength() == length)
    }

    @Test func tenThousandWrongPasswordsOpenNothingAndLockNobodyOut() throws {
        let bench = try Bench.setUp()
        var heard = 0
        for try_ in 0..<10_000 {
            // A stranger's network each hundred tries, one try a second.
            let visit = Visit(address: "198.51.\(try_ / 100).9", agent: "")
            do {
                _ = try bench.desk.signIn("ada", password: "wrong \(try_)", from: visit)
                Issue.record("a wrong password opened")
            } catch PeopleError.wrong {
                heard += 1
            } catch PeopleError.tooMany(let wait) {
                #expect((1...60).contains(wait))
            }
            bench.pass(1)
        }
        #expect(heard == 10 + 10_000 / 60, "ten at once, and one a minute")
        #expect(try bench.signIn().name == "ada", "where she came from before, she is not kept out")
        bench.pass(60)
        let elsewhere = Visit(address: "203.0.113.5", agent: "")
        #expect(try bench.desk.signIn("ada", password: "long enough for her", from: elsewhere).name == "ada")
        #expect(try bench.desk.log(of: nil, limit: 10_000).count < 500, "the log does not grow with tries unheard")
    }

    @Test func aNightOfTriesShutsNobodyOut() throws {
        let bench = try Bench.setUp()
        for minute in 0..<600 {
            for network in 0..<3 {
                let visit = Visit(address: "198.51.\(minute % 80 * 3 + network).9", agent: "")
                #expect(throws: PeopleError.self) {
                    try bench.desk.signIn("ada", password: "a guess", from: visit)
                }
            }
            bench.pass(60)
        }
        #expect(try bench.store.doorEvents(of: bench.store.people()[0].id, before: nil, limit: 600).count > 500)
        #expect(try bench.signIn().name == "ada", "her own network is known, however many tries came since")
    }

    @Test func oneNetworkIsHeardSoOftenWhateverTheNames() throws {
        let bench = Bench()
        let visit = Visit(address: "198.51.100.1", agent: "")
        let heard = try (0..<1_000).filter { index in
            do {
                _ = try bench.desk.signIn("n\(index)", password: "wrong", from: visit)
            } catch PeopleError.wrong {
                return true
            } catch PeopleError.tooMany {}
            return false
        }
        #expect(heard.count == 20)
    }

    @Test func signInsAreListedAndEnded() throws {
        let bench = try Bench.setUp()
        let (first, second) = (try bench.signIn(), try bench.signIn())
        let listed = try bench.desk.signIns(of: "ada")
        #expect(listed.map(\.agent) == ["Firefox", "Firefox", "Firefox"])
        #expect(listed.map(\.address) == ["192.0.2.0/24", "192.0.2.0/24", "192.0.2.0/24"])
        try bench.desk.endSignIn(listed[1].id, of: "ada", from: bench.home)
        #expect(try bench.desk.viewer(reference: first.reference) == nil)
        #expect(try bench.desk.viewer(reference: second.reference) != nil)
        try bench.add("ben", role: .viewer)
        #expect(throws: PeopleError.unknown("sign-in S3")) {
            try bench.desk.endSignIn(listed[2].id, of: "ben", from: bench.home)
        }
    }
}
