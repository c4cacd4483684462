extension SensitivePhrases {
    static let spanish: [PhraseList<SensitiveTopic>] = [
        PhraseList(
            .policy, "es",
            """
            política*, norma, normas, normativa*, regla, reglas, reglamento*, condiciones, términos, permitid*
            permiten, permiso*, prohibid*, prohíb*, restring*, restricci*, excepci*, incumpl*, infracci*, violaci*
            apel*, recurso contra, recurrir, suspen*, desactiv*, reactivar mi, bloque*, rehabilit*, inhabilit*
            plan de acción, tengo derecho, derecho a, puedo vender, se puede vender, está permitido, es legal vender
            autorizad*, autorizaci*, expulsad*, cerraron mi cuenta, admite, admiten, admitid*, mi tienda, cerraron
            han cerrado, límite de, requisito*, sanci*, advertencia*, puedo publicar, se pueden vender
            hagan la vista gorda
            """
        ),
        PhraseList(
            .money, "es",
            """
            reembols*, rembols*, dinero, plata de vuelta, pago, pagos, pagar, pagué, pagado, paga, paguen, pagan
            cobr*, cobro*, devuelvan lo, contracargo*, retrocesi*, cargo, cargos, cargaron, comisi*, tarifa*, coste*
            costo*, cuesta*, precio*, descuento*, rebaja*, indemniz*, compens*, resarc*, factur*, iva, impuesto*
            aduana*, arancel*, abono*, abonen, abonar, saldo*, depósito*, transfer*, ingreso*, banco*, tarjeta*
            crédito*, deuda*, nos deben, debe dinero, me deben, cuánto cuesta, euro, euros, dólar*, pesos, estaf*
            fraude*, timo, timado, robado*, robo, garantía*, reclam*, disputa*, vale regalo, cupón*, retenid*
            retienen, ganancia*, pérdida*, gratis, multa*, gané, ganado, gast*, valor, demasiado caro, muy caro
            oferta de dinero, liquidaci*, beneficio*, propina, gratuit*
            """
        ),
        PhraseList(
            .safety, "es",
            """
            incend*, fuego, quem*, ardi*, arde, humo, llamas, explot*, explosi*, chispa*, sobrecal*, muy caliente
            derriti*, descarga eléctrica, calambre*, electrocut*, cortocircuito, hinch*, fuga de, herid*, herir*
            lesion*, lesión, sangr*, corté, cortó, cicatri*, hospital*, urgencias, médic*, ambulancia*, desmay*
            vomit*, vómit*, náusea*, mareo*, enferm*, intoxic*, envenen*, tóxic*, veneno*, alérgi*, alergi*
            sarpullido*, erupci*, picor*, picaz*, ronchas, trag*, asfixi*, ahog*, atragant*, piezas pequeñas
            pieza pequeña, pila de botón, afilad*, astilla*, cristales, vidrio*, moho, contamin*, peligr*, insegur*
            seguridad, es seguro, segura para, retirada del, muert*, morir, muri*, matar*, mato, suicid*, hacerme daño
            quitarme la vida, amenaz*, agred*, agresi*, violen*, arma, armas, bomba*, acos*, insult*, racis*, abus*
            bebé*, embaraz*, lactan*, dosis, efecto secundario, efectos secundarios, medicament*, accident*, sé dónde
            dolor*, salud, me caí, se cayó, caída, rotura de hueso, hueso, respir*, me siento mal, ahogaba, hinchó
            mareé, aguja*, pastilla*, quemadura*, no puedo más, sin vida, chamusc*, dientes, boca
            """
        ),
        PhraseList(
            .legal, "es",
            """
            abogad*, letrado*, jurídic*, legal*, ilegal*, ley, leyes, demand*, denunci*, querella*, tribunal*
            juzgado*, juez, juicio*, justicia, polic*, guardia civil, fiscal*, autoridad*, consumo, consumidor*, ocu
            arbitraje, mediaci*, contrato*, responsab*, daños y perjuicios, publicidad engañosa, engaño*, engañ*
            marca registrada, derechos de autor, copyright, patente*, infring*, falsific*, falso, falsa, falsos
            falsas, imitaci*, réplica*, copia, pirata*, no es original, autentic*, auténtic*, rgpd
            protección de datos, datos personales, mis datos, privacidad, suplantaci*, borren mis, olvido, prensa
            periódic*, periodista*, delito*, delinc*, criminal*, burofax, notari*, requerimiento, discrimin*, derechos
            guardan de mí, saben de mí, información guardan, menor de edad, sin permiso, sin mi permiso
            sin autorización, licencia*, mis fotos, nuestras fotos, copiado, copiaron, mis derechos
            """
        ),
    ]
}
