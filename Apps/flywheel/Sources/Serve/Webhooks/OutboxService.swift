import Logging
import Outbox
import ServiceLifecycle

/// Sends what waits to leave, as long as the server runs.
struct OutboxService: Service {
    /// Between two looks for what is new.
    private static let pause = Duration.seconds(1)

    let house: House
    let logger: Logger

    func run() async throws {
        let dispatcher = house.dispatcher(Couriers(house.outbox))
        // What is being sent when the server is told to end breaks off, and is sent again by the next one.
        await cancelWhenGracefulShutdown { [logger] in
            await dispatcher.run(
                pause: { try await Task.sleep(for: Self.pause) },
                report: { error in logger.error("the outbox waits: \(error)") })
        }
    }
}
