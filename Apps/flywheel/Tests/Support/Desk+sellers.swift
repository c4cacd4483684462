import FlywheelKit
import Foundation
import Testing

@testable import flywheel

extension Desk {
    /// A desk that works for two sellers in the UK, `harbor` and `kent`: four listings each, the first hidden from search, a month
    /// of sales, stock that runs out; and one rotation.
    static func ofTwoSellers() throws -> Desk {
        let desk = try Desk()
        for (account, letter) in [("harbor", "H"), ("kent", "K")] {
            let codes = (1...4).map { "\(letter)-\($0)" }
            let days = (1...30).map { Scene.asOf.utcDay.advanced(by: -$0) }
            let files = [
                "listings": ["sku,title,price,status,quantity"] + codes.map { "\($0),\(account) \($0),20.00,active,9" },
                "stock": ["sku,fulfillable"] + codes.enumerated().map { "\($1),\(($0 + 1) * 10)" },
                "daily-sales": ["day,sku,units"]
                    + days.flatMap { day in codes.enumerated().map { "\(day),\($1),\($0 + 4)" } },
                "suppressed": [
                    "sku,status,reason,issue,since", "\(codes[0]),Search Suppressed,Missing info,brand,2026-11-18",
                ],
            ]
            for (name, lines) in files.sorted(by: { $0.key < $1.key }) {
                let path = try desk.write(lines.joined(separator: "\n") + "\n", to: "\(account)-\(name).csv")
                let run = desk.run(
                    "import", path, "--account", account, "--marketplace", "UK", "--at", "2026-11-20T08:00:00Z")
                #expect(run.exit == .done, "\(run.output)\(run.errors)")
            }
        }
        let rotated = desk.run("rotate")
        #expect(rotated.exit == .done, "\(rotated.errors)")
        return desk
    }
}
