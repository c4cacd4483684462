/// Gives each of some values a place, in the order they first come.
struct Places<Value: Hashable & Sendable>: Sendable {
    /// The values by their places.
    private(set) var values: [Value] = []
    private var places: [Value: Int] = [:]

    /// The place of a value, a new one where it has none.
    mutating func place(of value: Value) -> Int {
        if let place = places[value] { return place }
        places[value] = values.count
        values.append(value)
        return values.count - 1
    }

    /// The place of a value that may be missing.
    mutating func place(ofAny value: Value?) -> Int? { value.map { place(of: $0) } }
}
