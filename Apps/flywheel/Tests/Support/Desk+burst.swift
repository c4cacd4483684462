import Testing

@testable import flywheel

extension Desk {
    /// A desk whose queue has a burst on top: twenty-four listings that one policy took down on one day, and eight others with
    /// an issue each of their own.
    ///
    /// - Parameter withoutPrice: how many of those listings have no price.
    static func withBurst(withoutPrice: Int = 0) throws -> Desk {
        let desk = try Desk()
        let days = (22...31).map { "2026-10-\($0)" } + (1...18).map { "2026-11-\($0 < 10 ? "0" : "")\($0)" }
        let listings = (0..<40).map { "K\($0),Thing \($0),\($0 < withoutPrice ? "" : "\(10 + $0).00"),Active,5\n" }
            .joined()
        let sales = days.flatMap { day in (0..<40).map { "\(day),K\($0),\(1 + $0 % 4)\n" } }.joined()
        let issues = (0..<32).map {
            "K\($0),Search Suppressed,Policy,A rule,\($0 < 24 ? "90220" : "9901\($0)"),2026-11-19\n"
        }.joined()
        for (name, text) in [
            ("listings.csv", "sku,title,price,status,quantity\n" + listings),
            ("sales.csv", "day,sku,units\n" + sales),
            ("suppressed.csv", "sku,status,reason,issue,code,since\n" + issues),
        ] {
            let path = try desk.write(text, to: name)
            let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
            let imported = desk.run(["import", path] + place + ["--at", "2026-11-20T10:00:00Z"])
            #expect(imported.exit == .done, "\(imported.errors)")
        }
        #expect(desk.run("rotate").exit == .done)
        return desk
    }
}
