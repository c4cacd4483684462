import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Forecasting
import Foundation
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

/// Somebody who may know of one account only: what is counted of all is not there for them, and everything else is.
@Suite struct OneAccountTests {
    private static let person = "ana:admin:northwind"

    @Test func everyPageAndEveryAnswerIsTheirsToo() throws {
        let desk = try Desk.rotatedOnce()
        _ = desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        let door = try Doorstep(desk)
        let (id, sku) = (try door.firstID(), try door.firstSKU())
        let known = ["account": "northwind", "marketplace": "US", "sku": sku, "key": "time-to-own", "word": "at-risk"]
        let ids = ["x": id, "exceptions": id, "imports": "I1", "cases": "C1", "metrics": "time-to-own"]
        for route in door.routes where route.method == .get {
            var words: [String] = []
            for part in route.path.split(separator: "/").map(String.init) {
                let name = String(part.dropFirst().dropLast())
                words.append(part.hasPrefix("{") ? known[name] ?? words.last.flatMap { ids[$0] } ?? "none" : part)
            }
            let address = "/" + words.joined(separator: "/")
            let reply = try door.ask(.get, address, as: Self.person)
            #expect(reply.status < 500, "\(address): \(reply.status) \(reply.text.prefix(300))")
        }
    }

    @Test func whatCountsForAllAccountsIsNotTheirsToBring() throws {
        let door = try Doorstep(.rotatedOnce())
        let files = [
            "rates.csv": "day,base,quote,rate\n2026-11-19,EUR,USD,1.10\n",
            "people.csv": "name,hours per week\nmia,40\n",
        ]
        for (name, text) in files {
            func bring(as person: String) throws -> Doorstep.Reply {
                try door.ask(
                    .post, "\(API.prefix)/imports?file=\(name)&account=northwind", as: person, text,
                    headers: ["Idempotency-Key": "\(name)-\(person)"])
            }
            let refused = try bring(as: Self.person)
            #expect(refused.status == 409 && refused.text.contains("concerns every account"), "\(refused.text)")
            #expect(try bring(as: "ana:admin").status == 200)
        }
    }

    @Test func theirForecastIsTheOneTheQueueGoesBy() throws {
        let door = try Doorstep(.rotatedOnce())
        let host = door.house.host
        func forecast(of listing: Subject, _ states: [StageState]) throws -> SIMD16<Float>? {
            try host.view(ForecastingStage.self, of: listing, states: states, asOf: Scene.asOf).flatMap { view in
                view.stage.explanation(of: view.row, in: view.chunk, signals: view.signals)?.forecast?.dailyByWeek
            }
        }
        let place = try #require(try host.store.chunks(of: .listing).first)
        let codes = try host.store.rows(of: place).codes
        let learned = try host.store.stageStates()
        let listings = (0..<codes.count).compactMap { codes[$0] }.map {
            Subject(.listing, account: place.account, marketplace: place.marketplace, code: $0)
        }
        let found = try listings.first { try forecast(of: $0, learned) != forecast(of: $0, []) }
        let listing = try #require(found, "no forecast hangs on what was learned")
        let sku = try #require(listing.code.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let address = "\(API.prefix)/listings/\(sku)/forecast?account=northwind&marketplace=\(listing.marketplaceName)"
        let all = try door.ask(.get, address, as: "ana:admin")
        #expect(all.status == 200, "\(address): \(all.text)")
        #expect(try door.ask(.get, address, as: Self.person).text == all.text)
    }

    @Test func aRotationIsRefusedBeforeAnythingIsChanged() throws {
        let door = try Doorstep(.rotatedOnce())
        let store = door.house.host.store
        let end = try store.journalEnd()
        let words = "a rotation concerns every account; it takes somebody who may know of all of them"
        for address in ["/data/rotate", "\(API.prefix)/rotations"] {
            let reply = try door.ask(.post, address, as: Self.person, headers: ["Idempotency-Key": "k"])
            #expect(reply.status == 409 && reply.text.contains(words), "\(address): \(reply.status) \(reply.text)")
        }
        #expect(try store.journalEnd() == end)
        #expect(try !door.ask(.get, "/data", as: Self.person).text.contains("/data/rotate"))
        #expect(try door.ask(.get, "/data", as: "ana:admin").text.contains("/data/rotate"))
    }
}
