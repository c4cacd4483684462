import Testing

@testable import flywheel

@Suite struct PeopleTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        let added = desk.run("people", "add", "Ada", "--role", "admin", "--name", "Ada L.")
        guard added.exit == .done else { throw Diagnostic("test", added.errors, exit: .failed) }
        return desk
    }

    @Test func whoeverIsAddedGetsACodeOnce() throws {
        let desk = try desk()
        let added = desk.run("people", "add", "ben", "--accounts", "north,south", "--format", "table")
        #expect(added.output.contains("Added ben (U2)"))
        #expect(added.output.contains("23 Nov"), "\(added.output)")
        let code = try #require(added.output.split(separator: "\n").last).drop { $0 == " " }
        #expect(code.count == 43)
        let list = desk.run("people", "--format", "csv").output
        #expect(list.contains("U1,ada,Ada L.,admin,,active,"), "\(list)")
        #expect(list.contains("U2,ben,ben,viewer,"), "\(list)")
        #expect(!desk.run("people", "--format", "json").output.contains(code))
        #expect(!desk.run("people", "log").output.contains(code))
        #expect(!desk.run("export", "journal", "--format", "json").output.contains(code))
        #expect(desk.run("journal", "verify").exit == .done)
    }

    @Test func theFirstToBeAddedIsAnAdmin() throws {
        let refused = try Desk().run("people", "add", "ben")
        #expect(refused.exit == .refused)
        #expect(refused.errors.contains("ben would be the first, and whoever is first has to be an admin"))
        #expect(refused.errors.contains("flywheel people add ben --role admin"), "\(refused.errors)")
    }

    @Test func rolesChangeAndTheLastAdminStays() throws {
        let desk = try desk()
        let refused = desk.run("people", "role", "ada", "viewer")
        #expect(refused.exit == .refused && refused.errors.contains("nobody with the role admin would be left"))
        #expect(desk.run("people", "disable", "ada").exit == .refused)
        _ = desk.run("people", "add", "ben", "--role", "admin", "--accounts", "north")
        let lowered = desk.run("people", "role", "ben", "lead")
        #expect(lowered.exit == .done && lowered.output.contains("lead"))
        #expect(desk.run("people", "--format", "json").output.contains(#""role":"lead","accounts":["north"]"#))
        #expect(desk.run("people", "role", "ben", "boss").exit == .usage)
        #expect(desk.run("people", "role", "eve", "lead").exit == .unknown)
    }

    @Test func peopleAreKeptOutAndLetIn() throws {
        let desk = try desk()
        _ = desk.run("people", "add", "ben")
        #expect(desk.run("people", "disable", "ben").exit == .done)
        #expect(desk.run("people", "--format", "json").output.contains(#""state":"disabled""#))
        #expect(desk.run("people", "disable", "ben").exit == .refused)
        #expect(desk.run("people", "enable", "ben").exit == .done)
        #expect(desk.run("people", "password", "ben", "--format", "table").output.contains("Invited ben"))
        let log = desk.run("people", "log", "ben", "--format", "csv").output
        #expect(["added", "disabled", "enabled", "invited"].allSatisfy(log.contains), "\(log)")
    }

    @Test func tokensAreShownOnceAndRevoked() throws {
        let desk = try desk()
        _ = desk.run("people", "add", "ben")
        let issued = desk.run("people", "issue", "ben", "--label", "nightly", "--format", "table")
        #expect(issued.output.contains("Made V1 for ben, which may look"))
        let token = try #require(issued.output.split { $0.isWhitespace }.first { $0.hasPrefix("fw_") })
        let listed = desk.run("people", "tokens", "--format", "csv").output
        #expect(listed.contains("V1,nightly,ben,look") && !listed.contains(token), "\(listed)")
        let refused = desk.run("people", "issue", "ben", "--label", "x", "--rights", "decide")
        #expect(refused.exit == .refused && refused.errors.contains("ben is viewer and cannot give a token"))
        #expect(desk.run("people", "issue", "ben", "--label", "x", "--rights", "fly").exit == .usage)
        #expect(desk.run("people", "revoke", "V1").exit == .done)
        let again = desk.run("people", "revoke", "V1")
        #expect(again.exit == .unknown && again.errors.contains("there is no API token V1"))
        #expect(desk.run("people", "end", "S9").exit == .unknown)
        #expect(desk.run("people", "end", "nine").exit == .usage)
    }
}
