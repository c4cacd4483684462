import Foundation
import Testing

@testable import flywheel

extension Desk {
    /// A desk whose store holds the invented seller's exports and one rotation.
    static func rotated() throws -> Desk {
        let desk = try Desk()
        #expect(desk.run("demo", "\(desk.folder)/files", "--as-of", "2026-11-20").exit == .done)
        for (mark, marketplace) in [("-us-", "US"), ("-de-", "DE"), ("rates", "US")] {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(desk.folder)/files").sorted()
            for name in names where name.lowercased().contains(mark) {
                let path = "\(desk.folder)/files/\(name)"
                let result = desk.run("import", path, "--account", "northwind", "--marketplace", marketplace)
                #expect(result.exit == .done, "\(result.output)\(result.errors)")
            }
        }
        let result = desk.run("rotate")
        #expect(result.exit == .done, "\(result.errors)")
        return desk
    }
}
