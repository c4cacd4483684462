import FlywheelWeb
import Synchronization

/// How requests went since the server was started, as Prometheus counts: totals by route and status, and how long they took.
final class RequestFigures: Sendable {
    private struct Answered: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Door: Hashable {
        let method: String
        let route: String
    }

    /// Counts of durations up to each bound, the sum of all, and how many there were.
    private struct Durations {
        var counts = [Int](repeating: 0, count: RequestFigures.bounds.count)
        var seconds = 0.0
        var count = 0
    }

    private struct State {
        var answered: [Answered: Int] = [:]
        var durations: [Door: Durations] = [:]
    }

    /// Upper bounds of durations in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private let state = Mutex(State())

    /// Counts a request. Routes are a closed list, so this never grows beyond it.
    func count(_ observation: Observation) {
        let seconds = observation.duration / .seconds(1)
        let answered = Answered(
            method: observation.method, route: observation.route, status: observation.status)
        let door = Door(method: observation.method, route: observation.route)
        state.withLock { state in
            state.answered[answered, default: 0] += 1
            var durations = state.durations[door] ?? Durations()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { durations.counts[index] += 1 }
            durations.seconds += seconds
            durations.count += 1
            state.durations[door] = durations
        }
    }

    /// The figures as families.
    var families: [MetricFamily] {
        let state = state.withLock { $0 }
        var requests = MetricFamily("flywheel_http_requests_total", .counter, "Requests answered, by route and status.")
        for (key, count) in state.answered.sorted(by: {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }) {
            requests.add(
                Double(count), [("method", key.method), ("route", key.route), ("status", String(key.status))])
        }
        var durations = MetricFamily(
            "flywheel_http_request_duration_seconds", .histogram,
            "From the whole request to the beginning of its reply, by route.")
        for (key, value) in state.durations.sorted(by: { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        ) {
            let labels = [("method", key.method), ("route", key.route)]
            for (bound, count) in zip(Self.bounds, value.counts) {
                durations.add(Double(count), labels + [("le", "\(bound)")], suffix: "_bucket")
            }
            durations.add(Double(value.count), labels + [("le", "+Inf")], suffix: "_bucket")
            durations.add(value.seconds, labels, suffix: "_sum")
            durations.add(Double(value.count), labels, suffix: "_count")
        }
        return [requests, durations]
    }
}
