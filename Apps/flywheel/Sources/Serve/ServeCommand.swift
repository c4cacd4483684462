import ArgumentParser
import FlywheelHost
import FlywheelWeb
import Foundation
import Logging
import OpenID
import People
import ServiceLifecycle

/// `flywheel serve`.
struct ServeCommand: ServingCommand {
    static let examples = [
        "flywheel serve", "flywheel serve --port 9000 --watch exports",
        "flywheel serve --host 0.0.0.0 --address https://flywheel.example.com",
    ]
    static let configuration = CommandConfiguration.answering(
        "serve", "Serves pages for people and an API for programs, until it is told to end.", examples: examples,
        exits: [.done, .failed, .refused, .usage],
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

    @Option(
        help: ArgumentHelp(
            "A port for figures as Prometheus reads them, at /metrics; none without it.", valueName: "port"))
    var metricsPort: Int?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard global.asOf == nil else {
            throw ValidationError("serve looks from the clock; leave --as-of out")
        }
        if let metricsPort, !(0...65_535).contains(metricsPort) {
            throw ValidationError("--metrics-port is \(metricsPort), expected 0 to 65535")
        }
    }

    /// What flags say.
    private var flags: [ServeSettings.Key: String] {
        [.host: host, .port: port, .address: address, .watch: watch, .rotateMinutes: rotateMinutes].compactMapValues(
            \.self)
    }

    func serve(in surroundings: Surroundings) throws {
        let paths = Paths(global, surroundings)
        let settings = try paths.readServing(surroundings.environment, flags: flags)
        let isNew = !paths.storeExists
        let house = try House(global, surroundings, for: .creating)
        if isNew {
            // A disk that is not mounted, or a mistyped name, looks like a first day otherwise.
            try? surroundings.errors.write(
                "There was no store at \(paths.store.path.visible) (\(paths.store.origin)): a new one was made\n")
        }
        try OneSender.only(from: paths.store.path) {
            try serve(house, settings, in: surroundings)
        }
    }

    private func serve(_ house: House, _ settings: ServeSettings, in surroundings: Surroundings) throws {
        var serving = WebServer.Settings()
        serving.host = settings.host.value
        serving.port = settings.port.value
        serving.isSecure = settings.isSecure
        let say = surroundings.errors.write
        let logger = Logger(label: "flywheel") { JSONLog($0, now: house.now, say) }
        let figures = RequestFigures()
        serving.observe = { observation in
            figures.count(observation)
            logger.log(observation)
            FreedMemory.giveBack(after: observation)
        }
        let desk = PeopleDesk(store: house.host.store, clock: house.now)
        let provider = try settings.provider().map { OpenIDClient($0, clock: house.now, fetch: ProviderPost.fetch) }
        let signIn = SignIn(desk: desk, isSecure: settings.isSecure, provider: provider, now: house.now)
        let pages = Pages(house: house, formToken: signIn.formToken(for:))
        let gate = Doors.gate(of: house, pages: pages, signIn: signIn)
        let server = WebServer(Doors.all(of: house, pages: pages, signIn: signIn), gate: gate, settings: serving)
        let setUpCode = try desk.setUpCode()
        let turning = Turning(
            house: house, watch: settings.watch.value, minutes: settings.rotateMinutes.value,
            errands: Errands(
                program: Bundle.main.executablePath ?? CommandLine.arguments[0], paths: Paths(global, surroundings)),
            logger: logger)
        // What a simulation made up is told to nobody.
        let outbox = house.simulated == nil ? [OutboxService(house: house, logger: logger)] : []
        let promises = MissedPromises(house: house, logger: logger)
        let services: [any Service] = [turning, promises] + outbox
        let welcome = { @Sendable (port: Int) in
            // People wait for this line, whatever becomes of standard error.
            let address = settings.address.value ?? "http://\(settings.host.value):\(port)"
            try? say("Flywheel is at \(address)\n")
            guard let setUpCode else { return }
            try? say(
                "Nobody may come in yet. Open \(address)/setup with this code, which counts once:\n  \(setUpCode)\n")
        }
        let (host, metricsPort) = (serving.host, metricsPort)
        let path = Paths(global, surroundings).store.path
        try Waiting.finish(on: nil) {
            guard let metricsPort else {
                return try await server.run(services: services, logger: logger, onListening: welcome)
            }
            // Figures come first: where their port is taken, nobody has been told that the server is there.
            var beside = WebServer.Settings()
            (beside.host, beside.port) = (host, metricsPort)
            try await WebServer(Doors.metrics(of: house, figures, path: path), gate: gate, settings: beside).run(
                services: [server.service(services: services, logger: logger, onListening: welcome)], logger: logger
            ) { port in
                try? say("Figures are at http://\(host):\(port)/metrics\n")
            }
        }
    }
}
