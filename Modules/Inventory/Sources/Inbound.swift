import FlywheelKit

/// The units on their way to a listing, each counted once, whoever tells of them.
struct Inbound {
    /// Earliest first; each with units.
    let arrivals: [Arrival]
    /// Of the units of open orders, those that the warehouse's own figures do not hold; `nil` without open orders.
    let onOrder: Int?
    /// Open units that are too late to be counted on; `nil` without any.
    let overdue: Int?
    /// Units announced to the warehouse and not shipped yet that are no part of an open order: a plan, and not counted on.
    let announced: Int

    /// What the warehouse receives, moves and has been sent, and of open orders what is beyond that: an order under way to
    /// the warehouse is in both figures. Orders that may arrive within the days that shipped units take are taken for the
    /// ones that are, those expected first before others; what is expected later has not been shipped.
    init(
        _ stock: StockPosition, lines: [OrderLine], today: Day, _ leadTime: LeadTime, _ lateness: Lateness?,
        knobs: InventoryKnobs
    ) {
        let receiving = Int(knobs.receivingDays.rounded(.up))
        let (known, shipped) = (max(0, stock.receiving ?? 0), max(0, stock.shipped ?? 0))
        var arrivals = [
            Arrival(known + max(0, stock.inTransfer ?? 0), on: receiving),
            Arrival(shipped, on: Int(knobs.inboundDays.rounded(.up))),
        ]
        let open = lines.filter { $0.openUnits > 0 }
        guard !open.isEmpty else {
            self.arrivals = arrivals.filter { $0.units > 0 }.sorted { $0.day < $1.day }
            (onOrder, overdue, announced) = (nil, nil, max(0, stock.working ?? 0))
            return
        }
        var (onOrder, overdue) = (0, 0)
        var (inWarehouse, announced) = (known + shipped, max(0, stock.working ?? 0))
        let expected = open.map { (line: $0, arrival: Arrival(of: $0, today: today, leadTime, lateness, knobs: knobs)) }
        // By what is said of them and not by where they stand in a file.
        let ordered = expected.sorted {
            ($0.arrival?.day ?? .max, $0.line.ordered, $0.line.order, $0.line.openUnits)
                < ($1.arrival?.day ?? .max, $1.line.ordered, $1.line.order, $1.line.openUnits)
        }
        for (line, arrival) in ordered {
            let mayBeShipped = arrival.map { Double($0.early) <= knobs.inboundDays } ?? true
            let held = mayBeShipped ? min(inWarehouse, line.openUnits) : 0
            inWarehouse -= held
            let units = line.openUnits - held
            if mayBeShipped { announced -= min(announced, units) }
            guard let arrival else {
                // What came short of a receipt is then given up; of an order that nobody received it is to be asked.
                if line.received == nil { overdue += units }
                continue
            }
            onOrder += units
            arrivals.append(Arrival(units, on: arrival.day, early: arrival.early, late: arrival.late))
        }
        self.arrivals = arrivals.filter { $0.units > 0 }.sorted { ($0.day, $0.units) < ($1.day, $1.units) }
        self.onOrder = onOrder
        self.announced = announced
        self.overdue = overdue > 0 ? overdue : nil
    }
}
