/** The version of the original's schema that this program has seen and knows how to read. */
export const KNOWN_PHILO_VERSIONS: readonly string[] = ['2dc8b42456eb'];

/** The original's tables: each column with its declared type. A file must have exactly these. */
export const PHILO_TABLES = {
  alembic_version: { version_num: 'VARCHAR(32)' },
  categories: {
    id: 'INTEGER', name: 'VARCHAR(100)', description: 'TEXT', display_order: 'INTEGER', is_active: 'BOOLEAN',
    created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  items: {
    id: 'INTEGER', category_id: 'INTEGER', name: 'VARCHAR(200)', description: 'TEXT', price: 'FLOAT', image_url: 'VARCHAR(500)',
    is_available: 'BOOLEAN', stock_qty: 'INTEGER', created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  addons: {
    id: 'INTEGER', name: 'VARCHAR(100)', price: 'FLOAT', is_available: 'BOOLEAN', created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  customers: {
    id: 'INTEGER', name: 'VARCHAR(200)', phone: 'VARCHAR(20)', email: 'VARCHAR(200)', total_orders: 'INTEGER', total_spent: 'FLOAT',
    created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  discounts: {
    id: 'INTEGER', name: 'VARCHAR(200)', type: 'VARCHAR(20)', value: 'FLOAT', is_active: 'BOOLEAN', start_date: 'DATETIME',
    end_date: 'DATETIME', created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  shifts: {
    id: 'INTEGER', opened_at: 'DATETIME', closed_at: 'DATETIME', opening_cash: 'FLOAT', closing_cash: 'FLOAT', status: 'VARCHAR(10)',
    notes: 'TEXT',
  },
  expenses: {
    id: 'INTEGER', category: 'VARCHAR(100)', description: 'TEXT', amount: 'FLOAT', date: 'DATETIME', shift_id: 'INTEGER',
    created_at: 'DATETIME',
  },
  orders: {
    id: 'INTEGER', order_number: 'VARCHAR(20)', customer_id: 'INTEGER', status: 'VARCHAR(20)', payment_method: 'VARCHAR(20)',
    subtotal: 'FLOAT', tax_amount: 'FLOAT', discount_amount: 'FLOAT', discount_id: 'INTEGER', total: 'FLOAT', shift_id: 'INTEGER',
    notes: 'TEXT', created_at: 'DATETIME', updated_at: 'DATETIME',
  },
  order_items: {
    id: 'INTEGER', order_id: 'INTEGER', item_id: 'INTEGER', quantity: 'INTEGER', unit_price: 'FLOAT', subtotal: 'FLOAT',
  },
  order_item_addons: { id: 'INTEGER', order_item_id: 'INTEGER', addon_id: 'INTEGER', price: 'FLOAT' },
  audit_logs: {
    id: 'INTEGER', entity_type: 'VARCHAR(50)', entity_id: 'INTEGER', action: 'VARCHAR(10)', old_values: 'TEXT', new_values: 'TEXT',
    ip_address: 'VARCHAR(45)', user_agent: 'VARCHAR(500)', timestamp: 'DATETIME',
  },
} as const satisfies Record<string, Record<string, string>>;

export type PhiloTable = Exclude<keyof typeof PHILO_TABLES, 'alembic_version'>;

/** The tables that hold the shop, in an order in which every reference points backwards. */
export const PHILO_DATA_TABLES = [
  'categories', 'items', 'addons', 'customers', 'discounts', 'shifts', 'expenses', 'orders', 'order_items', 'order_item_addons', 'audit_logs',
] as const satisfies readonly PhiloTable[];
