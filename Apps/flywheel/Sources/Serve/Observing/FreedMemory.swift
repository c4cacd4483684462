import Dispatch
import FlywheelWeb
import Foundation

/// Memory that long answers were made in.
///
/// The C library keeps what a thread freed for that thread's next need. Sixteen threads that each once answered from a
/// million rows would hold gigabytes that nobody uses.
enum FreedMemory {
    private static let longAnswer = Duration.seconds(1)

    private typealias Trim = @convention(c) (Int) -> Int32
    /// glibc's `malloc_trim`, whose header is in no module; `nil` with other libraries.
    private static let trim = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: Trim.self) }

    /// Gives back to the system what a long answer has freed.
    static func giveBack(after observation: Observation) {
        guard observation.duration >= longAnswer, let trim else { return }
        DispatchQueue.global(qos: .utility).async { _ = trim(0) }
    }
}
