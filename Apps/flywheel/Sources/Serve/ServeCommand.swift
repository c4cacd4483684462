import ArgumentParser
import FlywheelWeb
import Foundation
import Logging

/// A command that goes on until it is told to end.
protocol ServingCommand: ParsableCommand {
    var global: GlobalOptions { get }
    func serve(in surroundings: Surroundings) throws
}

/// `flywheel serve`.
struct ServeCommand: ServingCommand {
    static let examples = [
        "flywheel serve", "flywheel serve --port 9000", "flywheel serve --store team.flywheel --host 0.0.0.0",
    ]
    static let configuration = CommandConfiguration.answering(
        "serve", "Serves pages for people and an API for programs, until it is told to end.", examples: examples,
        exits: [.done, .failed, .usage], seeAlso: ["flywheel doctor", "flywheel explain serve"])

    @Option(help: "The address to listen at; 0.0.0.0 for all of the machine's.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port is \(port), expected 0 to 65535")
        }
    }

    func serve(in surroundings: Surroundings) throws {
        let house = try House(global, surroundings, for: .creating)
        var settings = WebServer.Settings()
        settings.host = host
        settings.port = port
        let server = WebServer(Doors.all(of: house), gate: Doors.gate(of: house), settings: settings)
        let say = surroundings.errors.write
        let address = host
        try Waiting.finish {
            try await server.run(logger: Logger(label: "flywheel")) { port in
                try? say("Flywheel is at http://\(address):\(port)/\n")
            }
        }
    }
}
