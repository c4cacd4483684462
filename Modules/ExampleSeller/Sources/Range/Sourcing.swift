import FlywheelKit

/// Who makes the goods.
enum Supplier: String, CaseIterable {
    case northmill = "Northmill Works"
    case harbour = "Harbour & Sons"
    case lotus = "Lotus Trading"
    case granite = "Granite Home"

    /// From an order to units that can be sold, as agreed.
    var leadDays: Int {
        switch self {
        case .northmill: 18
        case .harbour: 22
        case .granite: 27
        case .lotus: 34
        }
    }

    /// How many days after the day agreed an order of a day comes; below zero where it comes before.
    func daysLate(on day: Day) -> Int {
        let chance = Int(day.epochDays) * 7 + leadDays
        return self == .lotus ? chance % 11 - 2 : chance % 5 - 1
    }
}

/// How the seller buys what a listing offers.
struct Sourcing {
    let supplier: Supplier
    /// Units in a case.
    let casePack: Int
    /// Cases the supplier sells at least.
    let leastCases: Int
    /// What a unit costs, ready to be sold, of a hundred parts of its price.
    let costPercent: Int64

    /// All of it follows from what the goods are and what they cost.
    init(of goods: Goods, price: Money) {
        let mark = goods.prefix.utf8.reduce(0) { $0 + Int($1) }
        supplier = Supplier.allCases[mark % Supplier.allCases.count]
        casePack = price.minorUnits < 2_500 ? 12 : 6
        leastCases = 1 + mark % 2
        costPercent = 28 + Int64(mark % 17)
    }

    var leadDays: Int { supplier.leadDays }

    /// So many units or more, as the supplier sells them.
    func wholeCases(_ units: Double) -> Int {
        max(leastCases, Int((units / Double(casePack)).rounded(.up))) * casePack
    }
}
