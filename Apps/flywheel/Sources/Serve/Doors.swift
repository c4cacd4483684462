import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

/// Every address of the server. What is not listed here does not exist.
enum Doors {
    static func all(of house: House) -> [Route] {
        health(of: house)
    }

    /// Whether the process runs, and whether it can do its work.
    private static func health(of house: House) -> [Route] {
        [
            Route(.api, .get, "/healthz", for: .everyone) { _ in WebReply(type: "text/plain", "ok\n") },
            Route(.api, .get, "/readyz", for: .everyone) { _ in
                _ = try house.host.store.currentRotation()
                return WebReply(type: "text/plain", "ready\n")
            },
        ]
    }

    /// What stands before all of them.
    static func gate(of house: House) -> Gate {
        Gate(
            identify: { _ in nil },
            requireOwnForm: { _ in },
            explain: { error, _ in Problem(Diagnostic(error, clock: house.clock)) },
            page: { problem, request in problem.reply(request: request.id) })
    }
}
