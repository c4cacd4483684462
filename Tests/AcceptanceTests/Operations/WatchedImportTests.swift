import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Logging
import Testing

@testable import flywheel

/// A server that cannot take files in goes on trying.
@Suite("Files that arrive while the store is broken") struct WatchedImportTests {
    @Test("A file whose import failed is tried again, and taken in once the store is mended")
    func again() throws {
        let folder = try TempFolder()
        let arrivals = "\(folder.path)/arrivals"
        let place = "\(arrivals)/northwind/US"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data("sku,fulfillable\nHB-204-BLK,12\n".utf8).write(to: URL(filePath: "\(place)/stock.csv"))

        let path = "\(folder.path)/store.flywheel"
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        let surroundings = Surroundings(
            clock: .init { Moments.exported }, environment: [:], userName: "server", homeFolder: folder.path,
            output: nowhere, errors: nowhere, inputLines: { [] })
        let options = try GlobalOptions.parse(["--store", path])
        let house = try flywheel.House(options, surroundings, for: .creating)
        let errands = Errands(program: Program.path, paths: Paths(options, surroundings))
        let turning = Turning(
            house: house, watch: arrivals, minutes: 60, errands: errands, logger: Logger(label: "test"))

        let database = try DatabaseQueue(path: path)
        try database.write { db in
            try db.execute(
                sql: "CREATE TRIGGER broken BEFORE INSERT ON import BEGIN SELECT RAISE(ABORT, 'broken'); END")
        }
        var next: WatchedFolder? = WatchedFolder(path: arrivals)
        for _ in 0..<4 { next = turning.look(at: next) }
        #expect(try house.host.store.imports().isEmpty)

        try database.write { db in try db.execute(sql: "DROP TRIGGER broken") }
        next = turning.look(at: next)
        #expect(try house.host.store.imports().map(\.draft.fileName) == ["stock.csv"])
        next = turning.look(at: next)
        #expect(try house.host.store.imports().count == 1, "what was taken in is not tried again")
    }
}
