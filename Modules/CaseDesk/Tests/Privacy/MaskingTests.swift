import CaseDesk
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@Suite("Personal text is masked by role")
struct MaskingTests {
    private let scene: PrivacyScene

    init() throws { scene = try PrivacyScene() }

    private func seen(by name: String, _ settings: DeskSettings) throws -> [String] {
        let reader = PersonalTexts(scene.store, rules: DeskRules(settings), actor: Actor(.person, name), now: scene.now)
        return try reader.read(.identities([scene.jane]), fields: [.name, .address], for: "case").map(\.text)
    }

    @Test func nothingIsHiddenWhereNobodySaidSo() throws {
        #expect(try seen(by: "anybody", DeskSettings()) == ["jane@example.com", "Jane Roe"])
    }

    @Test func rolesSeeWhatTheyMayAndOnlyThatIsLogged() throws {
        let settings = try scene.settings(
            """
            levels: [frontline, lead]
              people: [{name: ann}, {name: bob, level: lead}, {name: cat, groups: refunds}]
              masking: {frontline: [address, contact], refunds: [name], others: [identity, content]}
            """)
        #expect(try seen(by: "ann", settings) == ["…@example.com", "Jane Roe"])
        #expect(try scene.store.accesses(to: nil, limit: 1).map(\.fields) == [[.name]])
        #expect(try seen(by: "bob", settings) == ["jane@example.com", "Jane Roe"])
        #expect(try seen(by: "cat", settings) == ["jane@example.com", "Jane Roe"], "what any of her roles shows")
        let count = try scene.store.accesses(to: nil, limit: 99).count
        #expect(try seen(by: "eve", settings) == ["…@example.com", "J. R."])
        #expect(try scene.store.accesses(to: nil, limit: 99).count == count)
    }

    @Test func aRoleThatSomebodyWasGivenShowsThemWhatItShows() throws {
        let settings = try scene.settings(
            """
            people: [{name: ann}, {name: bob, roles: claims}]
              masking: {frontline: [name], claims: [address]}
            """)
        #expect(try seen(by: "ann", settings) == ["jane@example.com", "J. R."])
        #expect(try seen(by: "bob", settings) == ["jane@example.com", "Jane Roe"])
    }

    @Test(arguments: ["boss: [name]", "others: [surname]"])
    func unknownRolesAndFieldsAreRefused(line: String) {
        #expect(throws: ConfigurationError.self) { try scene.settings("masking: {\(line)}") }
    }

    @Test func contentIsHiddenByItsLength() {
        let text = PersonalText(.message, 1, case: nil, party: nil, at: scene.now, "hello")
        #expect(Masking(visible: []).shown(text) == "[hidden: 5 characters]")
        #expect(Masking(visible: [.message]).shown(text) == "hello")
    }
}
