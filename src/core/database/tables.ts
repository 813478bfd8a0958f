import type { ColumnType, Generated } from 'kysely';
import type { DiscountType } from '../../domain/discount.ts';
import type { OrderStatus } from '../../domain/order-status.ts';
import type { PaymentMethod } from '../../domain/payment-method.ts';
import type { Role } from '../../domain/permissions.ts';

/** 0 or 1. */
export type Flag = number;
export const flag = (value: boolean): Flag => (value ? 1 : 0);

type Version = ColumnType<number, number | undefined, number>;
type Id = Generated<number>;

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
  };
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
  imports: { id: Id; kind: string; file_hash: string; summary: string; created_at: string };
}

export type StockReason = 'opening' | 'sale' | 'cancel' | 'delete' | 'adjustment' | 'unlimited' | 'receive' | 'count' | 'waste' | 'refund';
