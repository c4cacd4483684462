import FlywheelKit
import Foundation
import Synchronization

@testable import flywheel

/// The program with hands for surroundings: a folder of its own, a clock that stands, and streams that are kept.
final class Desk: Sendable {
    struct Outcome {
        let exit: Exit
        let output: String
        let errors: String
    }

    let folder: String
    private let environment: [String: String]

    init(environment: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "flywheel-desk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.environment = environment.merging(["FLYWHEEL_STORE": "\(folder)/store.flywheel"]) { given, _ in given }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs a command on 20 November 2026 at 16:05 UTC, or at another moment.
    func run(
        _ arguments: String..., isTerminal: Bool = false, input: [String] = [], clock: Instant = Scene.asOf
    ) -> Outcome {
        run(arguments, isTerminal: isTerminal, input: input, clock: clock)
    }

    /// The same with the arguments in an array.
    func run(
        _ arguments: [String], isTerminal: Bool = false, input: [String] = [], clock: Instant = Scene.asOf
    ) -> Outcome {
        let (output, errors) = (Kept(), Kept())
        let surroundings = Surroundings(
            clock: .init { clock }, environment: environment, userName: "mia",
            homeFolder: folder,
            output: .init(isTerminal: isTerminal, width: nil, write: output.add),
            errors: .init(isTerminal: false, width: nil, write: errors.add), inputLines: { input },
            inputBytes: pieces(of: input.map { $0 + "\n" }))
        let exit = Program(surroundings: surroundings).run(arguments)
        return Outcome(exit: exit, output: output.text, errors: errors.text)
    }

    /// The texts one after the other, then nothing.
    private func pieces(of texts: [String]) -> () -> [UInt8]? {
        var left = texts[...]
        return { left.popFirst().map { Array($0.utf8) } }
    }

    func write(_ text: String, to name: String) throws -> String {
        let path = "\(folder)/\(name)"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private final class Kept: Sendable {
        private let kept = Mutex("")
        var text: String { kept.withLock { $0 } }
        func add(_ text: String) { kept.withLock { $0 += text } }
    }
}
