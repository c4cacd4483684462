import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import Foundation
import Testing

/// Writing files for a marketplace is killed in the middle, and done again: every approved change is in one file.
@Suite("Killed writes") struct KilledWriteTests {
    /// A program whose store holds one proposed price for each of these SKUs, of an account that is live.
    private static func opened(_ skus: [String]) throws -> Program {
        let program = try Program()
        try program.folder.write("changes:\n  live: [acme]\n", to: "flywheel.yaml")
        let house = try House([InstalledStage(PriceStage.self)], store: SQLiteStore(path: program.store)) {
            $0.rotation.changes.liveAccounts = ["acme"]
        }
        var seller = Seller()
        seller.listings = skus.map { Seller.Listing(sku: $0, asin: "B0\($0)", price: "40.00") }
        try house.bring(seller, [.listings])
        try house.bring("sku,floor,currency\n" + skus.map { "\($0),10.00,USD\n" }.joined(), as: "costs")
        try house.rotate()
        return program
    }

    @Test("Killed at any point and run again, a write loses none and doubles none", arguments: [CrashTests.seed])
    func writes(seed: UInt64) throws {
        var random = Random(seed)
        let skus = (0..<max(2, CrashTests.kills)).map { "K\($0 + 1_000)" }
        let program = try Self.opened(skus)
        let uploads = "\(program.folder.path)/uploads"
        try FileManager.default.createDirectory(atPath: uploads, withIntermediateDirectories: true)
        let start = ContinuousClock.now
        #expect(try program.run("changes", "--limit", "1").exit == 0)
        let takes = (ContinuousClock.now - start) / .seconds(1)
        var landed = 0
        for number in skus.indices {
            let id = "L\(number + 1)"
            let moment = Moments.looked.advanced(bySeconds: Int64(10 * number + 10))
            func call(_ words: String..., later seconds: Int64) -> [String] {
                ["changes"] + words + ["--as", "ada", "--as-of", "\(moment.advanced(bySeconds: seconds))"]
            }
            #expect(try program.start(call("approve", id, later: 0)).finish().exit == 0)
            let run = try program.start(call("write", "--output", uploads, later: 1))
            usleep(UInt32(1_000_000 * takes * random.share() * 1.5))
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            landed += run.process.terminationReason == .uncaughtSignal ? 1 : 0
            let again = try program.start(call("write", "--output", uploads, later: 2)).finish()
            #expect(again.exit == 0, "\(again.errors) after kill \(number)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: uploads).filter { !$0.hasPrefix(".") }
        let lines = try names.flatMap { name in
            try String(contentsOfFile: "\(uploads)/\(name)", encoding: .utf8).components(separatedBy: "\r\n")
        }
        #expect(lines.filter { $0.hasPrefix("K") }.map { $0.prefix { $0 != "\t" } }.sorted() == skus.map { $0[...] })
        #expect(landed > 0)
        let written = try program.run("changes", "--state", "written", "--limit", "1000", "--format", "json").json
        #expect(written["matching"]["value"].number == Double(skus.count))
        #expect(try program.run("journal", "verify").exit == 0)
    }
}
