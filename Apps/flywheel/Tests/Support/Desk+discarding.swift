import FlywheelKit
import Foundation
import Testing

@testable import flywheel

extension Desk {
    /// Takes back every import of listings, those of one marketplace alone where it is given.
    func discardImports(on marketplace: String? = nil, clock: Instant = Scene.asOf) throws {
        let run = self.run(["imports", "--limit", "1000", "--format", "json"], clock: clock)
        guard case .array(let imports) = try JSON(reading: run.output)["imports"] else {
            Issue.record("no imports: \(run.output)\(run.errors)")
            return
        }
        let taken = imports.compactMap { record -> String? in
            guard case .text(let id) = record["id"], case .text(let place) = record["marketplace"],
                record["feed"] != .text(Tickets.feed.key.text), marketplace ?? place == place
            else { return nil }
            return id
        }
        let discarded = self.run(["imports", "discard"] + taken + ["--yes"], clock: clock)
        #expect(discarded.exit == .done, "\(discarded.errors)")
    }
}
