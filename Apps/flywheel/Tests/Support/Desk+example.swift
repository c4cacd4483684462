import Foundation
import Testing

@testable import flywheel

extension Desk {
    /// A desk whose store holds a morning of the invented seller's exports and one rotation.
    ///
    /// - Parameter reports: Files whose names begin so are left out.
    static func rotated(environment: [String: String] = [:], without reports: [String] = []) throws -> Desk {
        let desk = try Desk(environment: environment)
        #expect(desk.run("demo", "\(desk.folder)/files", "--small").exit == .done)
        for path in try FileManager.default.subpathsOfDirectory(atPath: "\(desk.folder)/files") {
            let name = path.split(separator: "/").last ?? ""
            guard reports.contains(where: name.hasPrefix) else { continue }
            try FileManager.default.removeItem(atPath: "\(desk.folder)/files/\(path)")
        }
        let imported = desk.run("import", "\(desk.folder)/files", "--account", "northwind")
        #expect(imported.exit == .done, "\(imported.output)\(imported.errors)")
        let result = desk.run("rotate")
        #expect(result.exit == .done, "\(result.errors)")
        return desk
    }
}
