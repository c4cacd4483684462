import FlywheelKit
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Surroundings {
    /// The process's own. `FLYWHEEL_NOW` stops the clock at an instant, for tests and rehearsals.
    static func process() -> Surroundings {
        let environment = ProcessInfo.processInfo.environment
        let stopped = environment["FLYWHEEL_NOW"].flatMap(Instant.init)
        let begun = ContinuousClock.now
        return Surroundings(
            clock: Clock(
                now: { stopped ?? Instant(seconds: Int64(Date().timeIntervalSince1970)) },
                elapsed: { begun.duration(to: .now) }),
            environment: environment,
            userName: NSUserName(),
            homeFolder: NSHomeDirectory(),
            output: .standard(.standardOutput),
            errors: .standard(.standardError),
            inputLines: {
                var lines: [String] = []
                while let line = readLine() { lines.append(line) }
                return lines
            },
            inputBytes: { try FileHandle.standardInput.read(upToCount: 1 << 20).map { [UInt8]($0) } })
    }
}

extension Surroundings.Channel {
    fileprivate static func standard(_ handle: FileHandle) -> Surroundings.Channel {
        let isTerminal = isatty(handle.fileDescriptor) == 1
        return Surroundings.Channel(
            isTerminal: isTerminal, width: isTerminal ? columns(of: handle.fileDescriptor) : nil,
            write: { try handle.write(contentsOf: Data($0.utf8)) })
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
