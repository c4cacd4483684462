extension StarterPhrases {
    static let spanish: KeyValuePairs = [
        "where-is-my-order": """
        ¿Dónde está mi paquete?
        Mi pedido todavía no ha llegado.
        ¿Cuándo me llega el envío?
        El seguimiento no cambia desde hace días.
        ¿Ya enviaron mi pedido?
        """,
        "not-received": """
        Figura como entregado y no tengo nada.
        Dicen que lo dejaron en la puerta y no hay nada.
        Los vecinos tampoco tienen mi paquete.
        Alguien firmó por mí, yo no fui.
        Entregado según ustedes, pero no llegó.
        """,
        "change-address": """
        Quiero cambiar la dirección de entrega.
        Puse mal el número de la calle.
        Me mudé, envíenlo a la nueva dirección.
        ¿Puede ir el paquete a mi oficina?
        El código postal del pedido está mal.
        """,
        "cancel-order": """
        Quiero cancelar mi pedido.
        Ya no lo necesito, no lo envíen.
        Lo pedí por error, cancélenlo.
        Pedí dos veces, cancelen uno.
        ¿Puedo cancelar antes del envío?
        """,
        "return-item": """
        Quiero devolver este artículo.
        ¿Cómo lo envío de vuelta?
        ¿Dónde consigo la etiqueta de devolución?
        No me queda bien, lo quiero devolver.
        Por favor, inicien una devolución.
        """,
        "refund": """
        ¿Dónde está mi reembolso?
        Por favor reembolsen mi pedido.
        Lo devolví y no recibí el dinero.
        ¿Cuándo me devuelven el dinero?
        Me reembolsaron menos de lo que pagué.
        """,
        "damaged-item": """
        El artículo llegó roto.
        Vino con una grieta.
        No enciende.
        Tiene rayones por todas partes.
        Dejó de funcionar al día siguiente.
        """,
        "wrong-item": """
        Me enviaron el artículo equivocado.
        Pedí azul y llegó rojo.
        Esto no es lo que compré.
        Falta una pieza en el paquete.
        La talla no es la que pedí.
        """,
        "product-question": """
        ¿Qué tamaño tiene?
        ¿Sirve para mi teléfono?
        ¿De qué material es?
        ¿Tiene manual de instrucciones?
        ¿Qué pilas usa?
        """,
        "stock-question": """
        ¿Hay existencias?
        ¿Cuándo estará disponible otra vez?
        ¿Lo tienen en la talla 42?
        Dice agotado, ¿cuándo vuelve?
        ¿Lo venden también en negro?
        """,
        "invoice": """
        Necesito la factura de mi pedido.
        Envíen la factura a nombre de la empresa.
        ¿Dónde descargo el recibo?
        Falta el número fiscal en la factura.
        El nombre de la factura está mal.
        """,
        "account-access": """
        No puedo iniciar sesión.
        Olvidé mi contraseña.
        El código de acceso no llega.
        Restablezcan mi contraseña, por favor.
        La página de acceso da error.
        """,
        "listing-suppressed": """
        Suprimieron mi anuncio.
        El producto ya no aparece en la búsqueda.
        ¿Por qué está inactivo mi anuncio?
        Dice que falta información en mi anuncio.
        Rechazaron la imagen y ocultaron el anuncio.
        """,
        "edit-listing": """
        Quiero cambiar el título de mi anuncio.
        ¿Cómo agrego fotos a la página del producto?
        La descripción de la página no es nuestra.
        Por favor unan estas dos páginas de producto.
        La variante está unida al producto equivocado.
        """,
        "account-suspended": """
        Suspendieron mi cuenta de vendedor.
        ¿Por qué desactivaron mi cuenta?
        Quiero apelar la suspensión.
        Mi cuenta está en revisión hace dos semanas.
        Por favor reactiven mi cuenta.
        """,
        "payout": """
        No llegó el pago de mis ventas.
        ¿Cuándo me pagan?
        La transferencia falló.
        ¿Por qué retienen mi saldo?
        El importe del pago está mal.
        """,
        "fees": """
        ¿Por qué me cobraron esta tarifa?
        La comisión por venta es muy alta.
        ¿Cuánto cuesta el almacenamiento al mes?
        Cobraron el tamaño equivocado.
        Expliquen las tarifas de este pedido.
        """,
        "reimbursement": """
        Perdieron mi inventario, deben compensarlo.
        Dañaron unidades en su almacén.
        Faltan diez unidades y nadie las pagó.
        Quiero reclamar mercancía perdida.
        Rechazaron mi solicitud de compensación.
        """,
        "inbound-shipment": """
        Mi envío al almacén está detenido en recepción.
        El almacén contó menos unidades de las que enviamos.
        ¿Cuándo registran mi envío de entrada?
        No puedo crear un envío al almacén.
        Las etiquetas de las cajas no se imprimen.
        """,
        "unfair-review": """
        Un competidor escribe reseñas falsas.
        Eliminen esta reseña injusta.
        La reseña es de otro producto.
        El comprador amenaza con una mala reseña.
        ¿Cómo denuncio una reseña?
        """,
    ]
}
