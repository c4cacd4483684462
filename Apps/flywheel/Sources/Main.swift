import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the process begins. It has no asynchronous work, so it needs no executor.
@main
enum Main {
    static func main() {
        // A reader that has seen enough ends the program without a word, as with any Unix tool.
        signal(SIGPIPE, SIG_DFL)
        signal(SIGINT) { _ in
            let words: StaticString = "\ninterrupted: what was finished is kept, nothing half-done is visible\n"
            _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
            _exit(Exit.interrupted.rawValue)
        }
        let surroundings = Surroundings.process()
        let status = Program(surroundings: surroundings).run(Array(CommandLine.arguments.dropFirst()))
        withExtendedLifetime(surroundings) { exit(status.rawValue) }
    }
}
