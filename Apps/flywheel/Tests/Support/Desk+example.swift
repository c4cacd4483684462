import Testing

@testable import flywheel

extension Desk {
    /// A desk whose store holds a morning of the invented seller's exports and one rotation.
    static func rotated(environment: [String: String] = [:]) throws -> Desk {
        let desk = try Desk(environment: environment)
        #expect(desk.run("demo", "\(desk.folder)/files", "--small").exit == .done)
        let imported = desk.run("import", "\(desk.folder)/files", "--account", "northwind")
        #expect(imported.exit == .done, "\(imported.output)\(imported.errors)")
        let result = desk.run("rotate")
        #expect(result.exit == .done, "\(result.errors)")
        return desk
    }
}
