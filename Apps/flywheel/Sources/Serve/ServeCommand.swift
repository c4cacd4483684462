import ArgumentParser
import FlywheelWeb
import Foundation
import Logging

/// `flywheel serve`.
struct ServeCommand: ServingCommand {
    static let examples = [
        "flywheel serve", "flywheel serve --port 9000 --watch exports",
        "flywheel serve --host 0.0.0.0 --address https://flywheel.example.com",
    ]
    static let configuration = CommandConfiguration.answering(
        "serve", "Serves pages for people and an API for programs, until it is told to end.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            Files that arrive in the watched folder are imported, and the wheel turns when there are new facts. What is set
            where, and what wins: flywheel doctor.
            """, seeAlso: ["flywheel doctor", "flywheel people", "flywheel explain serve"])

    @Option(help: "The address to listen at, 127.0.0.1 if nothing says otherwise; 0.0.0.0 for all of the machine's.")
    var host: String?

    @Option(help: "The port to listen on, 8080 if nothing says otherwise; 0 for any that is free.")
    var port: String?

    @Option(help: "The address people type, where something in front of the server ends TLS.")
    var address: String?

    @Option(help: ArgumentHelp("A folder whose new files are imported.", valueName: "folder"), completion: .directory)
    var watch: String?

    @Option(help: ArgumentHelp("The longest time between two rotations.", valueName: "minutes"))
    var rotateMinutes: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    /// What flags say.
    private var flags: [ServeSettings.Key: String] {
        [.host: host, .port: port, .address: address, .watch: watch, .rotateMinutes: rotateMinutes].compactMapValues(
            \.self)
    }

    func serve(in surroundings: Surroundings) throws {
        let settings = try Paths(global, surroundings).readServing(surroundings.environment, flags: flags)
        let house = try House(global, surroundings, for: .creating)
        var serving = WebServer.Settings()
        serving.host = settings.host.value
        serving.port = settings.port.value
        let server = WebServer(Doors.all(of: house), gate: Doors.gate(of: house), settings: serving)
        let logger = Logger(label: "flywheel")
        let turning = Turning(
            house: house, watch: settings.watch.value, minutes: settings.rotateMinutes.value, logger: logger)
        let say = surroundings.errors.write
        try Waiting.finish {
            try await server.run(services: [turning], logger: logger) { port in
                // People wait for this line, whatever becomes of standard error.
                try? say("Flywheel is at \(settings.address.value ?? "http://\(settings.host.value):\(port)")\n")
            }
        }
    }
}
