import type { ColumnType, Generated } from 'kysely';
import type { DiscountType } from '../../domain/discount.ts';
import type { OrderStatus } from '../../domain/order-status.ts';
import type { PaymentMethod } from '../../domain/payment-method.ts';
import type { Role } from '../../domain/permissions.ts';
import type { StockReason } from '../../contract/stock.ts';

/** 0 or 1. */
export type Flag = number;
export const flag = (value: boolean): Flag => (value ? 1 : 0);

type Version = ColumnType<number, number | undefined, number>;
type Id = Generated<number>;

interface DaySums {
  orders: number;
  revenue: number;
  quantity: number;
  discounts: number;
  tax: number;
}

interface SettledSums {
  gross: number;
  discounts: number;
  returned: number;
  tax: number;
}

export interface Tables {
  settings: { key: string; value: string; source: 'default' | 'environment' | 'set'; updated_at: string };
  staff: {
    id: Id;
    name: string;
    name_key: string;
    role: Role;
    pin_hash: string;
    is_active: Flag;
    created_at: string;
    updated_at: string;
    version: Version;
  };
  sessions: {
    id: Id;
    token_hash: string;
    csrf_token: string;
    staff_id: number;
    door: 'ipc' | 'http';
    created_at: string;
    expires_at: string;
  };
  api_keys: {
    id: Id;
    name: string;
    role: Role;
    prefix: string;
    key_hash: string;
    created_at: string;
    last_used_at: string | null;
    revoked_at: string | null;
  };
  categories: {
    id: Id;
    name: string;
    name_key: string;
    search_text: string;
    description: string | null;
    display_order: number;
    is_active: Flag;
    created_at: string;
    updated_at: string;
    version: Version;
  };
  items: {
    id: Id;
    category_id: number;
    name: string;
    search_text: string;
    description: string | null;
    price: number;
    image_url: string | null;
    is_available: Flag;
    stock_qty: number;
    created_at: string;
    updated_at: string;
    version: Version;
  };
  addons: {
    id: Id;
    name: string;
    name_key: string;
    search_text: string;
    price: number;
    is_available: Flag;
    created_at: string;
    updated_at: string;
    version: Version;
  };
  customers: {
    id: Id;
    name: string;
    search_text: string;
    phone: string | null;
    email: string | null;
    created_at: string;
    updated_at: string;
    version: Version;
    anonymised_at: ColumnType<string | null, string | null | undefined, string | null>;
  };
  discounts: {
    id: Id;
    name: string;
    search_text: string;
    type: DiscountType;
    value: number;
    is_active: Flag;
    start_date: string | null;
    end_date: string | null;
    needs_reason: ColumnType<Flag, Flag | undefined, Flag>;
    weekly_windows: ColumnType<string | null, string | null | undefined, string | null>;
    created_at: string;
    updated_at: string;
    version: Version;
  };
  shifts: {
    id: Id;
    opened_at: string;
    closed_at: string | null;
    business_date: string;
    opening_cash: number;
    closing_cash: number | null;
    status: 'open' | 'closed';
    notes: string | null;
    opened_by: string | null;
    closed_by: string | null;
    version: Version;
    float_left: ColumnType<number | null, number | null | undefined, number | null>;
    over_short_comment: ColumnType<string | null, string | null | undefined, string | null>;
  };
  expenses: {
    id: Id;
    category: string;
    description: string | null;
    amount: number;
    date: string;
    business_date: string;
    shift_id: number | null;
    paid_from_till: Flag;
    created_at: string;
    version: Version;
  };
  orders: {
    id: Id;
    order_number: string;
    customer_id: number | null;
    status: OrderStatus;
    payment_method: PaymentMethod;
    subtotal: number;
    discount_amount: number;
    discount_id: number | null;
    discount_name: string | null;
    tax_rate: number;
    tax_amount: number;
    total: number;
    shift_id: number | null;
    notes: string | null;
    business_date: string;
    local_hour: number;
    weekday: number;
    items_count: number;
    source: ColumnType<'sale' | 'import', 'sale' | 'import' | undefined, never>;
    created_by: string | null;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    version: Version;
    paid_amount: number;
    refunded_amount: number;
    discount_reason: string | null;
    approved_by: string | null;
  };
  order_lines: {
    id: Id;
    order_id: number;
    item_id: number;
    item_name: string;
    category_id: number;
    category_name: string;
    quantity: number;
    unit_price: number;
    subtotal: number;
    discount_share: number;
    tax_share: number;
    notes: string | null;
    line_discount: number;
    line_discount_kind: 'discount' | 'comp' | null;
    line_discount_reason: string | null;
  };
  order_line_addons: { id: Id; order_line_id: number; addon_id: number; addon_name: string; price: number };
  order_numbers: { business_date: string; first_number: number; last_number: number };
  stock_movements: {
    id: Id;
    item_id: number;
    quantity: number;
    reason: StockReason;
    order_id: number | null;
    actor: string;
    created_at: string;
    note: ColumnType<string | null, string | null | undefined, never>;
    refund_id: ColumnType<number | null, number | null | undefined, never>;
    unit_cost: ColumnType<number | null, number | null | undefined, never>;
    supplier: ColumnType<string | null, string | null | undefined, never>;
    reference: ColumnType<string | null, string | null | undefined, never>;
  };
  stock_counts: {
    id: Id;
    item_id: number;
    seen: number;
    counted: number;
    stock_before: number;
    stock_after: number;
    movement_id: number | null;
    note: string | null;
    counted_by: string;
    created_at: string;
  };
  customer_merges: { merged_id: number; customer_id: number; merged_by: string; created_at: string };
  redactions: { id: Id; act_id: number; audit_id: number | null; print_id: number | null; content_hash: string };
  audit_log: {
    id: Id;
    timestamp: string;
    business_date: string;
    entity_type: string;
    entity_id: number | null;
    action: string;
    actor: string;
    approved_by: string | null;
    reason: string | null;
    door: string;
    ip_address: string | null;
    user_agent: string | null;
    old_values: string | null;
    new_values: string | null;
    hash: string;
  };
  idempotency_keys: {
    scope: string;
    key: string;
    operation: string;
    request_hash: string;
    answer: string;
    created_at: string;
  };
  payment_methods: {
    code: string;
    name: string;
    kind: 'cash' | 'card' | 'mobile' | 'other';
    is_active: Flag;
    display_order: number;
    created_at: string;
    updated_at: string;
  };
  payments: {
    id: Id;
    order_id: number;
    method: string;
    amount: number;
    rounding: number;
    tip: number;
    tendered: number;
    change_given: number;
    reference: string | null;
    shift_id: number | null;
    business_date: string;
    taken_by: string;
    source: ColumnType<'sale' | 'import', 'sale' | 'import' | undefined, never>;
    created_at: string;
  };
  settlements: { id: Id; order_id: number; shift_id: number | null; business_date: string; settled_by: string; created_at: string };
  refunds: {
    id: Id;
    refund_number: string;
    kind: 'refund' | 'void';
    order_id: number;
    reason: string;
    subtotal: number;
    discount_amount: number;
    tax_rate: number;
    tax_amount: number;
    total: number;
    amount: number;
    tip: number;
    shift_id: number | null;
    business_date: string;
    made_by: string;
    approved_by: string | null;
    created_at: string;
  };
  refund_lines: {
    id: Id;
    refund_id: number;
    order_line_id: number;
    quantity: number;
    subtotal: number;
    discount_share: number;
    tax_share: number;
    goods: 'restock' | 'waste' | 'kept';
  };
  refund_tenders: { id: Id; refund_id: number; method: string; amount: number; rounding: number; tip: number };
  refund_numbers: { business_date: string; last_number: number };
  drawer_movements: {
    id: Id;
    shift_id: number;
    kind: 'paid_in' | 'paid_out' | 'drop' | 'no_sale';
    amount: number;
    reason: string;
    made_by: string;
    approved_by: string | null;
    created_at: string;
  };
  cash_counts: {
    id: Id;
    shift_id: number;
    amount: number;
    denominations: string | null;
    expected: number;
    counted_by: string;
    note: string | null;
    created_at: string;
  };
  z_reports: {
    z_number: number;
    shift_id: number;
    business_date: string;
    last_settlement_id: number;
    last_payment_id: number;
    last_refund_id: number;
    last_order_id: number;
    last_stock_movement_id: number;
    last_audit_id: number;
    snapshot: string;
    previous_hash: string;
    hash: string;
    created_at: string;
  };
  z_start: {
    only: number;
    last_settlement_id: number;
    last_payment_id: number;
    last_refund_id: number;
    last_order_id: number;
    last_stock_movement_id: number;
    last_audit_id: number;
  };
  prints: {
    id: Id;
    document: 'receipt' | 'bill' | 'refund' | 'drawer' | 'x' | 'z';
    document_id: number;
    copy: number;
    amount: number;
    target: string;
    paper: Uint8Array | null;
    shift_id: number | null;
    printed_by: string;
    created_at: string;
  };
  print_deliveries: { print_id: number; printer: string; bytes: number; opened_drawer: Flag; sent_by: string; created_at: string };
  held_tickets: { id: Id; name: string; ticket: string; held_by: string; created_at: string };
  time_punches: { id: Id; staff_id: number; clocked_in_at: string; clocked_out_at: string | null };
  time_corrections: {
    id: Id;
    punch_id: number;
    clocked_in_at: string;
    clocked_out_at: string | null;
    reason: string;
    corrected_by: string;
    created_at: string;
  };
  staff_permissions: { staff_id: number; permission: string; granted: Flag };
  pin_failures: { subject: string; failures: number; last_failed_at: string; locked_until: string | null };
  sales_days: {
    business_date: string;
    state: 'open' | 'summing' | 'summed';
    completed: number;
    cancelled: number;
    customers: number;
  } & DaySums;
  sales_day_hours: { business_date: string; weekday: number; hour: number } & DaySums;
  sales_day_methods: { business_date: string; method: string } & DaySums;
  sales_day_customers: { business_date: string; customer_id: number } & DaySums;
  sales_day_items: { business_date: string; item_id: number; category_id: number } & DaySums;
  settled_day_lines: {
    business_date: string;
    item_id: number;
    category_id: number;
    person: string;
    category_name: string;
    quantity: number;
  } & SettledSums;
  settled_day_sales: {
    business_date: string;
    hour: number;
    weekday: number;
    tax_rate: number;
    person: string;
    taken_by: string;
    orders: number;
  } & SettledSums;
  settled_day_tenders: {
    business_date: string;
    method: string;
    times: number;
    taken: number;
    tips: number;
    rounding: number;
    refunds: number;
  };
  settled_day_discounts: {
    business_date: string;
    discount: string | null;
    given_by: string | null;
    approved_by: string | null;
    times: number;
    amount: number;
  };
  sales_day_categories: { business_date: string; category_id: number; category_name: string } & DaySums;
  imports: { id: Id; kind: string; file_hash: string; summary: string; created_at: string };
}
