import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// What will happen, and what to order or approve.
    var plan: [Route] {
        [
            Route(.page, .get, "/plan", for: .right(.look)) { _ in .seeOther("/plan/orders") },
            get("/plan/orders") { try $0.orders() }, get("/plan/stock") { try $0.stock() },
            get("/plan/forecast") { try $0.forecasts() },
            get("/plan/forecast/{account}/{marketplace}/{sku}") { try $0.forecast() },
            get("/plan/prices") { try $0.prices() },
            post("/plan/prices/{id}/approve", for: .right(.decide)) { visit in
                let id = visit.request.parameter("id")
                let prefix = PricesPage.valueField(of: id)
                let values = visit.request.form.fields.filter { $0.name.hasPrefix(prefix) && !$0.value.isEmpty }.map {
                    "--set=\($0.name.dropFirst(prefix.count))=\($0.value)"
                }
                return try visit.decideChange(try ChangesCommand.Approve.reading(values + ["--", id]), "approve")
            },
            post("/plan/prices/{id}/refuse", for: .right(.decide)) { visit in
                let id = visit.request.parameter("id")
                let reason = visit.field(PricesPage.reasonField(of: id))
                let command = try ChangesCommand.Refuse.reading(["--reason=\(reason)", "--", id])
                return try visit.decideChange(command, "refuse")
            },
        ]
    }
}

extension PageVisit {
    private func framed(_ title: String, command: String, json: Address, _ main: HTML) -> PageContent {
        var shell = shell(title, door: .plan)
        shell.command = command
        shell.json = json
        return PageContent(shell: shell, main: main)
    }

    /// A simulation writes what happened, and no stock that anything could be ordered for.
    private func simulated(_ title: String) -> PageContent {
        let notice = Notice(.information, words("plan.simulated"))
        return PageContent(
            shell: shell(title, door: .plan), main: "\(PlanLinks(reader: reader).html)\(notice.html(for: reader))")
    }

    fileprivate func orders() throws -> PageContent {
        let title = words.text("plan.link.orders")
        guard rotation != nil else { return PageContent(shell: shell(title, door: .plan), main: firstRun) }
        guard house.simulated == nil else { return simulated(title) }
        let query = CommandQuery(
            request.query, at: "/plan/orders", options: ["supplier", "account", "marketplace"])
        let answer = try session().orders(
            OrderFilter(
                supplier: query["supplier"], account: query["account"],
                marketplace: query["marketplace"].map { Marketplace.named($0)?.id ?? $0 }))
        return framed(
            title, command: "flywheel reorder", json: "/api/v1/reorder",
            OrdersPage(answer: answer, query: query, reader: reader).html)
    }

    fileprivate func stock() throws -> PageContent {
        let title = words.text("plan.link.stock")
        guard rotation != nil else { return PageContent(shell: shell(title, door: .plan), main: firstRun) }
        guard house.simulated == nil else { return simulated(title) }
        let answer = try session().orders(OrderFilter())
        return framed(
            title, command: "flywheel reorder", json: "/api/v1/reorder", StockPage(answer: answer, reader: reader).html)
    }

    fileprivate func forecasts() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/plan/forecast", options: ["q"])
        let most = 100
        let found = try session().listings(containing: query["q"] ?? "", limit: most + 1)
        let page = ForecastsPage(
            listings: Array(found.prefix(most)), search: query["q"] ?? "", isCut: found.count > most,
            notUnderstood: query.notUnderstood, reader: reader)
        return framed(
            words.text("plan.link.forecast"), command: "flywheel forecast SKU", json: "/api/v1/listings", page.html)
    }

    fileprivate func forecast() throws -> PageContent {
        let session = try session()
        let sku = request.parameter("sku")
        let place = (account: request.parameter("account"), marketplace: request.parameter("marketplace"))
        let listing = try session.host.listing(sku, account: place.account, marketplace: place.marketplace)
        let answer = try session.forecast(of: listing, weeks: DemandForecast.weeks, drawing: nil)
        return framed(
            [listing.code, answer.title].compactMap(\.self).joined(separator: " "),
            command: "flywheel forecast \(sku.shellWord) --account \(listing.account.shellWord) "
                + "--marketplace \(listing.marketplaceName.shellWord)",
            json: Address(
                "/api/v1/listings/\(sku)/forecast",
                query: [("account", listing.account), ("marketplace", listing.marketplaceName)]),
            ForecastPage(answer: answer, reader: reader).html)
    }

    fileprivate func prices() throws -> PageContent {
        let query = CommandQuery(
            request.query, at: "/plan/prices", options: ["state", "account", "marketplace", "workflow", "limit"])
        let command = try ChangesCommand.List.reading(query.arguments)
        let page = PricesPage(
            answer: try session().changes(command.filter, limit: min(max(1, command.limit), PricesPage.most)),
            mayDecide: may(.decide), query: query, reader: reader)
        return framed(
            words.text("plan.link.prices"), command: command.filter.command, json: "/api/v1/changes", page.html)
    }

    fileprivate func decideChange(_ command: some AnsweringCommand, _ verb: String) throws -> WebReply {
        let answer = try house.answer(command, to: request)
        if let refusal = answer.refusals.first { throw refusal }
        return try back(
            orTo: "/plan/prices",
            saying: FlashNote(key: "plan.done.\(verb)", arguments: ["id": .text(request.parameter("id"))]))
    }
}

extension Session {
    /// Listings whose SKU contains a text, in order, as many as asked for.
    fileprivate func listings(containing text: String, limit: Int) throws -> [Subject] {
        let wanted = text.lowercased()
        var found: Set<Subject> = []
        for place in try host.store.chunks(of: .listing) where found.count < limit {
            let codes = try host.store.rows(of: place).codes
            for row in 0..<codes.count {
                guard let code = codes[row], wanted.isEmpty || code.lowercased().contains(wanted) else { continue }
                found.insert(Subject(.listing, account: place.account, marketplace: place.marketplace, code: code))
                if found.count == limit { break }
            }
        }
        return found.sorted()
    }
}
