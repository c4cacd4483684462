import FlywheelKit
import FlywheelStore

/// Where in a queue something stands of each code: chains of places whose codes have one hash, in two plain columns, since
/// it is made of a million rows for the few that somebody asks for.
struct PlacesByCode: Sendable {
    private var first: [Int32]
    private var next: [Int32]

    /// - Parameters:
    ///   - exceptions: what the rows are about.
    ///   - places: where each of the first exceptions stands, below zero where it does not.
    init(_ exceptions: [ExceptionRecord], _ places: [Int32]) {
        let length = max(1, places.count)
        let chains = concurrentMap(places.count, run: 4_096) { index in
            Self.chain(of: exceptions[index].fingerprint.subject.code, among: length)
        }
        first = [Int32](repeating: -1, count: length)
        next = [Int32](repeating: -1, count: Int((places.max() ?? -1) + 1))
        for (place, chain) in zip(places, chains) where place >= 0 {
            next[Int(place)] = first[chain]
            first[chain] = place
        }
    }

    /// The places at which something of a code may stand, every such place among them.
    func places(of code: String) -> [Int] {
        var places: [Int] = []
        var place = first[Self.chain(of: code, among: first.count)]
        while place >= 0 {
            places.append(Int(place))
            place = next[Int(place)]
        }
        return places
    }

    private static func chain(of code: String, among count: Int) -> Int {
        Int(UInt(bitPattern: code.hashValue) % UInt(count))
    }
}
