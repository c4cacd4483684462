import ArgumentParser
import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Settings
import Simulation

/// `flywheel simulate`.
struct SimulateCommand: AnsweringCommand {
    static let examples = [
        "flywheel simulate --list", "flywheel simulate --scenario year --seed 7 --store year.flywheel",
        "flywheel simulate --scenario no-capture --weeks 26 --store half.flywheel --yes",
    ]
    static let configuration = CommandConfiguration.answering(
        "simulate", "Writes the store of an invented organisation, in which what is the matter is known.",
        examples: examples, exits: [.done, .failed, .refused, .usage],
        discussion: """
            A year of problems, people, closes, causes and decisions, to see what the
            program says of an organisation and to hold that against the truth. What
            was the matter stands nowhere in the store, and every answer out of it
            begins with "Simulated". The weeks end before Monday 2026-11-16, unless
            --as-of names another day.
            """, seeAlso: ["flywheel explain simulated", "flywheel demo", "flywheel doctor"])

    @Flag(help: "Lists the scenarios with what each sets, and writes nothing.")
    var list = false

    @Option(
        help: ArgumentHelp("What is the matter: see --list.", valueName: "name"),
        completion: .list(Scenario.allCases.map(\.rawValue)), transform: Self.scenario)
    var scenario = Scenario.year

    @Option(help: ArgumentHelp("Another number makes another organisation.", valueName: "number"))
    var seed: UInt64 = 7

    @Option(help: ArgumentHelp("Weeks that pass, 1 to 260.", valueName: "number"))
    var weeks = 52

    @Flag(help: "Replaces a store that a simulation wrote.")
    var yes = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard Simulation.allowedWeeks.contains(weeks) else {
            throw ValidationError("--weeks is \(weeks), expected 1 to \(Simulation.allowedWeeks.upperBound)")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        if list { return ScenariosAnswer() }
        let paths = Paths(global, surroundings)
        try makeWay(at: paths)
        let simulation = Simulation(scenario, seed: seed, weeks: weeks, end: try end(surroundings))
        let progress = global.progress(in: surroundings)
        let unfinished = "\(paths.store.path).unfinished"
        do {
            try? FileManager.default.removeItem(atPath: unfinished)
            let store = try SQLiteStore.inMemory()
            try simulation.write(into: store) { progress.say("\($0) of \(weeks) weeks") }
            try paths.makeStoreFolder()
            try store.copy(to: unfinished)
            try FileManager.default.moveItem(atPath: unfinished, toPath: paths.store.path)
            return try SimulateAnswer(simulation: simulation, path: paths.store.path, of: store)
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "writing", path: paths.store.path)
        }
    }

    /// Refuses a place where real data may be, and clears one where a simulation is to be replaced.
    private func makeWay(at paths: Paths) throws {
        guard paths.store.origin == "--store" || paths.store.origin == "$FLYWHEEL_STORE" else {
            throw Diagnostic(
                "simulation-place", "no store is named; a simulation does not go where real ones are by default",
                help: "flywheel simulate --store FILE", exit: .usage)
        }
        guard paths.storeExists else { return }
        guard try SQLiteStore(path: paths.store.path).isSimulated() else {
            throw Diagnostic(
                "real-data", "\(paths.store.path) holds real data; a simulation needs a store of its own",
                notes: ["nothing was changed"], help: "name another file with --store", exit: .refused)
        }
        guard yes else {
            throw Diagnostic(
                "not-empty", "\(paths.store.path) holds a simulation already; nothing was changed",
                help: "name another file, or add --yes to replace it", exit: .refused)
        }
        for part in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: paths.store.path + part) {
            try FileManager.default.removeItem(atPath: paths.store.path + part)
        }
    }

    /// The day before which the weeks end: a Monday.
    private func end(_ surroundings: Surroundings) throws -> Day {
        guard global.asOf != nil else { return Simulation.usualEnd }
        return Simulation.monday(onOrBefore: global.asOf(in: .utc, surroundings).utcDay)
    }

    private static func scenario(_ text: String) throws -> Scenario {
        if let scenario = Scenario(rawValue: text.lowercased()) { return scenario }
        let names = Scenario.allCases.map(\.rawValue)
        let nearest = Nearest.word(to: text, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
        throw ValidationError(
            "--scenario is \"\(text.visible)\", expected one of \(names.joined(separator: ", "))\(nearest)")
    }
}
