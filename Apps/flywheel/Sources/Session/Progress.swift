import Dispatch
import Synchronization

/// Tells people who wait what is being done: on a terminal one line, from the first second on and rewritten every
/// second, and elsewhere a line every ten seconds. Shorter work says nothing.
final class Progress: Sendable {
    enum Style {
        case silent, rewritten, lines

        /// The time before the first line, and between two.
        fileprivate var pause: Duration { self == .lines ? .seconds(10) : .seconds(1) }
    }

    private struct State {
        var words = ""
        /// When the last line was written; before the first, when the work began.
        var last: Duration
        var isShown = false
    }

    private let style: Style
    private let clock: Surroundings.Clock
    private let write: @Sendable (String) throws -> Void
    private let width: Int
    private let state: Mutex<State>

    /// - Parameter width: the cells of a line; a longer one would run into the next and could not be rewritten.
    init(
        style: Style, clock: Surroundings.Clock, width: Int = 80,
        _ write: @escaping @Sendable (String) throws -> Void
    ) {
        self.style = style
        self.width = width
        self.clock = clock
        self.write = write
        state = Mutex(State(last: clock.elapsed()))
        if style != .silent { tickOn() }
    }

    /// Ticks every second for as long as somebody waits.
    private func tickOn() {
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in
            self?.tick()
            self?.tickOn()
        }
    }

    deinit {
        // The line gives way to the answer.
        if state.withLock({ $0.isShown }), style == .rewritten { try? write("\r\u{1B}[K") }
    }

    /// What is being done from now on.
    func say(_ words: String) {
        guard style != .silent else { return }
        state.withLock { $0.words = words }
        tick()
    }

    /// Writes what is being done, where it is time to: a phase that takes long is shown though nothing is said in it.
    func tick() {
        let now = clock.elapsed()
        state.withLock { state in
            guard !state.words.isEmpty, now - state.last >= style.pause else { return }
            state.last = now
            state.isShown = true
            let words = state.words.visible
            // Progress that cannot be shown is no reason to stop the work.
            try? write(style == .rewritten ? "\r\u{1B}[K\(words.cut(toCells: width - 1, mark: "..."))" : "\(words)\n")
        }
    }
}
