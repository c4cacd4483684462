import FlywheelKit
import FlywheelStore
import Testing

@testable import People

@Suite("API tokens")
struct TokenTests {
    private let bench: Bench

    init() throws {
        bench = try Bench.setUp()
        try bench.add("ben", role: .operator, scope: .only(["north", "south"]))
    }

    private func issue(
        _ rights: Set<Right>, _ scope: AccountScope = .all, days: Int? = 30
    ) throws -> IssuedToken {
        try bench.desk.issueToken(
            "nightly", for: "ben", rights: rights, scope: scope, days: days, by: bench.admin, from: bench.home)
    }

    private func viewer(_ token: IssuedToken) throws -> Viewer? {
        try bench.desk.viewer(token: token.text, from: bench.home)
    }

    @Test func actsForItsPersonAndNoFurther() throws {
        let token = try issue([.look, .supply], .only(["south", "east"]))
        #expect(token.text.hasPrefix("fw_") && token.text.utf8.count == 46)
        let viewer = try #require(try viewer(token))
        #expect((viewer.name, viewer.rights, viewer.scope) == ("ben", [.look, .supply], .only(["south"])))
        #expect(viewer.credential == .token(token.record.id.number))
    }

    @Test func losesWhatItsPersonLoses() throws {
        let token = try issue([.look, .supply])
        _ = try bench.desk.change("ben", role: .viewer, scope: .only(["north"]), by: bench.admin, from: bench.home)
        #expect(try viewer(token)?.rights == [.look])
        #expect(try viewer(token)?.scope == .only(["north"]))
        _ = try bench.desk.disable("ben", by: bench.admin, from: bench.home)
        #expect(try viewer(token) == nil)
        #expect(try bench.log().last == "refused U2 V1")
    }

    @Test func endsInTimeAndWhenForgotten() throws {
        let (token, other) = (try issue([.look], days: 1), try issue([.look], days: nil))
        bench.pass(86_399)
        #expect(try viewer(token) != nil)
        bench.pass(1)
        #expect(try viewer(token) == nil)
        #expect(try viewer(other) != nil)
        #expect(throws: PeopleError.unknown("API token V2")) {
            try bench.desk.revokeToken(other.record.id, of: "ada", by: bench.admin, from: bench.home)
        }
        try bench.desk.revokeToken(other.record.id, of: "ben", by: bench.admin, from: bench.home)
        #expect(try viewer(other) == nil)
        #expect(try bench.desk.tokens(of: "ben").map(\.id) == [token.record.id])
    }

    @Test func lastUseIsToTheMinute() throws {
        let token = try issue([.look])
        let first = bench.clock.instant
        for _ in 0..<3 {
            _ = try viewer(token)
            #expect(try bench.desk.tokens(of: nil)[0].lastUsed == first)
            bench.pass(20)
        }
        _ = try viewer(token)
        #expect(try bench.desk.tokens(of: nil)[0].lastUsed == first.advanced(bySeconds: 60))
    }

    @Test func takesNoRightThatItsPersonLacks() {
        #expect(throws: PeopleError.refused("ben is operator and cannot give a token the rights administer, look")) {
            try issue([.look, .administer])
        }
        #expect(throws: PeopleError.self) { try issue([]) }
        #expect(throws: PeopleError.refused("a token for 0 days; expected 1 to 366, or none")) {
            try issue([.look], days: 0)
        }
    }

    @Test(arguments: [
        "", "fw_", "Bearer", "fw_\(String(repeating: "A", count: 43))", String(repeating: "a", count: 9_999),
    ])
    func otherTextsAreNone(text: String) throws {
        #expect(try bench.desk.viewer(token: text, from: bench.home) == nil)
    }

    @Test func formsCarryWhatOnlyTheirSignInKnows() {
        let token = FormToken.make(reference: "r")
        #expect(FormToken.isRight(token, reference: "r"))
        #expect(!FormToken.isRight(token, reference: "s"))
        #expect(!FormToken.isRight(token, reference: "r", purpose: "other"))
        #expect(!FormToken.isRight("", reference: "r"))
        #expect(!FormToken.isRight(token + "A", reference: "r"))
    }
}
