/// What one SKU of a product sold, day by day, and how much of each day it could be bought.
public struct SKUHistory: Hashable, Sendable {
    /// Units sold each day, net of returns, oldest first; `nil` where nobody reported the day.
    public let units: [Int?]
    /// The share of each day it was buyable, in stock and held the featured offer, 0 to 1; 0 before it existed.
    public let available: [Double]

    /// The history of a SKU over consecutive days.
    ///
    /// - Precondition: one share for each day of units, each 0 to 1.
    public init(units: [Int?], available: [Double]) {
        precondition(units.count == available.count, "\(units.count) days of units, \(available.count) of availability")
        precondition(available.allSatisfy { (0...1).contains($0) }, "available shares lie in 0...1: \(available)")
        self.units = units
        self.available = available
    }

    /// Whether the day says something about demand.
    func isOpen(on day: Int) -> Bool { available[day] >= ProductDemand.leastAvailable }
}
