import FlywheelHost
import FlywheelSQLite
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

/// Every address of the server. What is not listed here does not exist.
enum Doors {
    static func all(of house: House, pages: Pages, signIn: SignIn) -> [Route] {
        let desk = APIDesk(house)
        let programs =
            health(of: house) + API.routes(desk, isStill: signIn.desk.isStill) + signIn.api(desk)
            + StatusDoors(house).routes + HelpCentreDoors(house).routes
        return programs + API.routes(over: programs, in: house) + signIn.routes(in: pages) + pages.routes
    }

    /// Whether the process runs, and whether it can do its work.
    private static func health(of house: House) -> [Route] {
        [
            Route(.api, .get, "/healthz", for: .everyone) { _ in WebReply(type: "text/plain", "ok\n") },
            Route(.api, .get, "/readyz", for: .everyone) { _ in
                let rotation = try house.host.store.currentRotation()
                // A newer program may have brought the store up to date: what this one would write then is not what counts.
                try (house.wholeStore as? SQLiteStore)?.requireOwnSchema()
                guard let rotation, house.isAhead(rotation) else { return WebReply(type: "text/plain", "ready\n") }
                return WebReply(
                    type: "text/plain",
                    "ready, but no rotation is made before \(rotation.asOf): \(rotation.id) looked from then\n")
            },
        ]
    }

    /// What stands before all of them.
    static func gate(of house: House, pages: Pages, signIn: SignIn) -> Gate {
        var gate = Gate(
            identify: signIn.viewer(of:),
            requireOwnForm: { try signIn.requireOwnForm($0, of: $0.viewer) },
            explain: { error, _ in Problem(of: error, clock: house.clock) },
            page: { problem, request in pages.refusal(problem, request) })
        gate.denied = { request, right in
            if let viewer = request.viewer { try signIn.desk.denied(viewer, right, from: signIn.visit(request)) }
        }
        return gate
    }
}
