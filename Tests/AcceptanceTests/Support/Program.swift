import Foundation

/// The real program, as a person or a script runs it: a process of its own on a store of its own.
struct Program: Sendable {
    /// It is built beside the tests.
    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("flywheel").path

    let folder: TempFolder
    /// The moment every command looks from, unless it says otherwise.
    var asOf = "2026-11-20T20:00:00Z"
    /// What the clock says: later than every moment of the tests, whatever the machine's does.
    var clock = "2027-01-01T00:00:00Z"

    init() throws { folder = try TempFolder() }

    /// The file name of the store.
    var file = "store.flywheel"

    var store: String { "\(folder.path)/\(file)" }

    /// What a run ended with.
    struct Outcome: Sendable {
        let exit: Int32
        let output: String
        let errors: String

        /// The answer of a run with `--format json`.
        var json: JSON { get throws { JSON(try JSONSerialization.jsonObject(with: Data(output.utf8))) } }
    }

    /// Runs a command to its end.
    @discardableResult
    func run(_ arguments: String...) throws -> Outcome { try start(arguments).finish() }

    /// Starts a command, with no more than `addressSpace` bytes of memory where that is said.
    func start(_ arguments: [String], input: String? = nil, addressSpace: Int? = nil) throws -> Run {
        let run = try Run(folder: folder)
        // A server looks from the clock.
        let isTimed = arguments.contains("--as-of") || arguments.first == "serve"
        let arguments = arguments + ["--store", store] + (isTimed ? [] : ["--as-of", asOf])
        if let addressSpace {
            run.process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let script = "ulimit -v \(addressSpace / 1_024) && exec \"$0\" \"$@\""
            run.process.arguments = ["-c", script, Self.path] + arguments
        } else {
            run.process.executableURL = URL(fileURLWithPath: Self.path)
            run.process.arguments = arguments
        }
        run.process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        run.process.environment = [
            "HOME": folder.path, "SWIFT_BACKTRACE": "enable=no", "LANG": "C.UTF-8",
            "FLYWHEEL_NOW": clock,
        ]
        // Of a limited room, the arenas of many threads would take the most before anything is in them.
        if addressSpace != nil { run.process.environment?["MALLOC_ARENA_MAX"] = "2" }
        if let input {
            let path = try folder.write(input, to: "input-\(UUID().uuidString)")
            run.process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        }
        try run.process.run()
        return run
    }

    /// A run under way. Its output goes to files, so that no full pipe holds it up.
    final class Run: @unchecked Sendable {
        let process = Process()
        private let files: (output: URL, errors: URL)

        init(folder: TempFolder) throws {
            let base = URL(fileURLWithPath: folder.path).appendingPathComponent("run-\(UUID().uuidString)")
            files = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
            for file in [files.output, files.errors] { try Data().write(to: file) }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: files.output)
            process.standardError = try FileHandle(forWritingTo: files.errors)
        }

        /// What stands on standard error, once it says what is waited for; a minute at most.
        func errors(saying isThere: (String) -> Bool) throws -> String {
            var said = ""
            for _ in 0..<1_200 {
                said = try String(contentsOf: files.errors, encoding: .utf8)
                if isThere(said) || !process.isRunning { break }
                Thread.sleep(forTimeInterval: 0.05)
            }
            return said
        }

        func finish() throws -> Outcome {
            process.waitUntilExit()
            return Outcome(
                exit: process.terminationStatus, output: try String(contentsOf: files.output, encoding: .utf8),
                errors: try String(contentsOf: files.errors, encoding: .utf8))
        }
    }
}

/// A parsed JSON value, read by key and index; what is not there is nothing.
struct JSON {
    private let value: Any?

    init(_ value: Any?) { self.value = value }

    subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }
    var items: [JSON] { (value as? [Any] ?? []).map(JSON.init) }
    var text: String? { value as? String }
    var number: Double? { (value as? NSNumber)?.doubleValue }
    var isTrue: Bool { (value as? NSNumber)?.boolValue ?? false }
    /// A number written as text, as money and terms are.
    var decimal: Decimal? { text.flatMap { Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX")) } }
    /// The decimal in `amount`.
    var amount: Decimal? { self["amount"].decimal }
}
