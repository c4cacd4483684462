import Foundation
import Synchronization

/// Commands of this program that a server has done by processes of their own, which give way to everything else.
///
/// A rotation of a million listings takes all cores and gigabytes for half a minute. Beside the server it takes what people
/// leave of the machine, its memory is free once it ends, and a server that is told to end does not wait for it: what is
/// half-done is never seen.
final class Errands: Sendable {
    /// Why a command could not answer.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private struct State {
        var running: Process?
        var isOver = false
    }

    /// How much more polite than others (`nice(1)`): it gets a tenth where all want a core.
    private static let niceness = 10

    private let program: String
    private let flags: [String]
    private let state = Mutex(State())

    /// Errands in a store.
    ///
    /// - Parameter program: the program's path.
    init(program: String, paths: Paths) {
        self.program = program
        flags =
            ["--store", paths.store.path] + (paths.configuration.map { ["--config", $0.path] } ?? [])
            + ["--progress", "none", "--quiet"]
    }

    /// Has a command done, and waits for its end.
    ///
    /// - Parameter name: who acts.
    /// - Returns: how it went, where the command itself can say.
    /// - Throws: ``Failure`` where it cannot, so that trying again may help; `CancellationError` where the server is ending.
    func run(_ command: String, _ arguments: [String] = [], as name: String) throws -> Exit {
        let errors = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["nice", "-n", String(Self.niceness), program, command] + flags + ["--as", name]
            + (arguments.isEmpty ? [] : ["--"] + arguments)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try state.withLock { state in
            guard !state.isOver else { throw CancellationError() }
            try process.run()
            state.running = process
        }
        let written = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try state.withLock { state in
            state.running = nil
            guard !state.isOver else { throw CancellationError() }
        }
        let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
        if let reason = lines.first(where: { $0.hasPrefix("error") }) { throw Failure(description: String(reason)) }
        guard process.terminationReason == .exit, let exit = Exit(rawValue: process.terminationStatus) else {
            throw Failure(description: "it ended with \(process.terminationStatus)")
        }
        return exit
    }

    /// Ends what is under way, and lets nothing begin.
    func end() {
        state.withLock { state in
            state.isOver = true
            // A signal that can be ignored would be: what a server ignores, its children do.
            if let running = state.running { kill(running.processIdentifier, SIGKILL) }
        }
    }
}
