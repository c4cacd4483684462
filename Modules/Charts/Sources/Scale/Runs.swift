extension Sequence where Element == Int {
    /// Places that rise, as runs of neighbours.
    var runs: [Range<Int>] {
        reduce(into: []) { runs, place in
            if let last = runs.last, last.upperBound == place {
                runs[runs.count - 1] = last.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
    }
}
