import FlywheelKit
import FlywheelSQLite
import Foundation
import HTTPTypes
import Testing

@testable import flywheel

@Suite("What happens to a store: backups, upgrades, wrong clocks")
struct KeepingTests {
    private func files(of desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted()
    }

    // MARK: Settings that nothing goes by

    @Test func aSimulationHasNothingToOrder() throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--weeks", "3", "--seed", "3").exit == .done)
        let orders = desk.run("reorder")
        #expect(orders.exit == .refused && orders.errors.hasPrefix("error[simulated]"), "\(orders.errors)")
    }

    // MARK: Files

    @Test func aReplacedFileKeepsItsRightsAndItsLink() throws {
        let desk = try Desk()
        let (file, link) = (try desk.write("old", to: "real.yaml"), "\(desk.folder)/flywheel.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.yaml")
        try ReplacedFile.write(link) { try $0(Array("new".utf8)) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.yaml")
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o600)
        struct Cut: Error {}
        #expect(throws: Cut.self) { try ReplacedFile.write(link) { _ in throw Cut() } }
        #expect(try files(of: desk) == ["flywheel.yaml", "real.yaml"])
    }
}
