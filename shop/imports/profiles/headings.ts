import { type ImportField, type ImportKind, importFields } from '../../../contract/api/import-fields.ts';
import type { Mapping } from './profile.ts';

/**
 * What columns are called in English and Chinese, the surest name first. Names that mean a whole order's total (`total`, `金额`) are left
 * out: taken for a line's they would be wrong, and a person can still choose them.
 */
const names: Readonly<Record<ImportField, string>> = {
  saleNumber:
    'invoiceno invoicenumber invoice orderno ordernumber orderid order# order salenumber saleno saleid receiptno receiptnumber receipt transactionid billno 销售单号 主订单编号 订单编号 订单号 单据编号 单据号 小票号 流水号 交易号 单号',
  lineNumber: 'linenumber suborder suborderid lineitemid orderitemid 子订单编号 子订单号 商品单号',
  soldAt:
    'soldat invoicedate orderdate saledate transactiondate datetime createdat orderedat date 销售时间 销售日期 下单时间 下单日期 订单创建时间 订单成交时间 成交时间 交易时间 开单时间 单据日期 日期 时间',
  customer:
    'customerid customercode customerno clientid buyerid memberid memberno customer 客户编号 客户编码 客户代码 会员编号 会员卡号 会员号 买家会员名 客户 会员',
  customerName: 'customername clientname buyername buyer 客户姓名 客户名称 会员姓名 收货人 收件人 姓名',
  customerPhone:
    'customerphone phonenumber mobile telephone phone 客户电话 客户手机 联系手机 手机号 手机 联系电话 电话 收件人手机号',
  sku: 'sku stockcode itemcode productcode itemnumber itemno articleno article lineitemsku barcode productid itemid 商品编码 商品编号 商家编码 商品代码 货号 款号 商品条码 条码 编码',
  productName:
    'productname itemname lineitemname description product item title 商品名称 品名 商品标题 宝贝标题 名称 标题 商品',
  spec: 'spec variant variation specification size option 商品规格 规格型号 规格 颜色尺码 商品属性',
  quantity: 'quantity qty lineitemquantity units 数量 商品数量 购买数量 销售数量 订购数量 件数',
  unitPrice: 'unitprice itemprice lineitemprice priceeach price 单价 商品单价 销售单价 商品价格 售价 价格',
  paid: 'paid amountpaid paidamount linetotal netsales 实付金额 实收金额 商品实际成交金额 买家实际支付金额 实付 实收',
  discount: 'discount discountamount lineitemdiscount 优惠 优惠金额 折扣金额',
  tax: 'tax taxamount vat 税额',
  tender: 'tender paymentmethod paidby payment 付款方式 支付方式 结算方式 收款方式',
  channel: 'channel 渠道 销售渠道 订单来源',
  delivery: 'delivery deliveryfee shipping shippingfee postage freight 运费 邮费 运费金额',
  status: 'status orderstatus eventtype 状态 订单状态 退款状态',
  refunded: 'refunded refundedamount amountrefunded refundamount 已退金额 退款金额',
  signedOn: 'signedon deliveredon delivereddate 签收日期 签收时间 确认收货时间',
  barcode: 'barcode barcodes ean ean13 upc gtin gtin,upc,ean,orisbn 商品条码 条形码 条码 国际条码',
  category: 'category categories productcategory producttype type 商品分类 商品类目 分类 类目 类别',
  unit: 'unit unitofmeasure uom 计量单位 单位',
  supplier: 'supplier suppliername vendor vendorname 供应商名称 供应商 供货商 厂商',
  unitCost:
    'unitcost cost costprice purchaseprice costperitem 单位成本 成本单价 成本价 进货价 采购价 采购单价 进价 成本',
  tracking: 'tracking trackedby serialorbatch 序列号或批次 序列号管理 批次管理',
  expires: 'expires hasexpiry perishable 有保质期 保质期管理',
  minQuantity: 'minquantity minstock lowstock lowstockamount reorderlevel reorderpoint 最低库存 库存下限 安全库存',
  maxQuantity: 'maxquantity maxstock 最高库存 库存上限',
  location: 'location shelf bin binlocation 货位 库位 货架',
  accessories: 'accessories inthebox 配件 包装内容',
  email: 'email emailaddress mail 邮箱 电子邮箱 电子邮件',
  vip: 'vip vipreason specialcustomer 特别客户原因 特别客户 贵宾',
  phone: 'phone phonenumber telephone mobile 联系电话 电话 手机 手机号 联系方式',
  claimDays: 'claimdays daystoclaim 索赔期限 索赔天数',
  leadDays: 'leaddays leadtime leadtimedays 到货天数 交货天数 交期',
  note: 'note notes remark remarks comment comments 备注 说明',
  value: 'value costvalue stockvalue amount totalcost 成本金额 库存金额 进货金额 采购金额 金额',
  serial: 'serial serialnumber serialno sn imei 序列号 串号 sn码',
  batch: 'batch batchno batchnumber lot lotno lotnumber 批次 批次号 批号',
  expiresOn: 'expireson expirydate expirationdate bestbefore useby 到期日 到期日期 有效期至 失效日期 保质期至',
  reference:
    'reference ref deliverynote suppliernumber supplierreference ponumber purchaseorder 供应商单号 送货单号 进货单号 采购单号 入库单号 单号',
  day: 'day date receivedon receiveddate deliverydate 日期 进货日期 入库日期 到货日期 采购日期',
  returnNumber: 'returnnumber returnno returnid rma rmanumber refundid 退货单号 退款单号 退款编号 售后单号 售后编号',
  returnedAt:
    'returnedat returndate requestedat refunddate date 退货时间 退款时间 退货日期 申请时间 退款的申请时间 售后申请时间 日期',
  amount: 'amount refundamount refundedamount refund 退款金额 买家退款金额 退商品金额 金额',
  reason: 'reason returnreason refundreason 退货原因 退款原因 买家退款原因 售后原因 原因',
  courier: 'courier carrier 快递公司 物流公司 退货物流公司',
  waybill: 'waybill trackingnumber trackingno 运单号 快递单号 物流单号 退货物流单号',
};

/** Where a name means another thing than elsewhere. */
const ofKind: Readonly<Partial<Record<ImportKind, Readonly<Partial<Record<ImportField, string>>>>>> = {
  products: { productName: 'name', unitPrice: 'regularprice listprice 零售价 销售价' },
  customers: { customerName: 'name', customer: 'code id 编号 编码', customerPhone: '联系方式' },
  suppliers: { supplier: 'name company 名称' },
};

/** The name of a column as people mean it: no case, no spaces, no unit in brackets. */
export function bareName(column: string): string {
  return column
    .normalize('NFKC')
    .replace(/[(【[].*?[)】\]]/g, '')
    .replace(/[\s_\-./:*]/g, '')
    .toLowerCase();
}

/** What the columns of a file mean, as far as their names say; no column means two things. */
export function guessMapping(columns: readonly string[], kind: ImportKind): Mapping {
  const bare = new Map<string, string>();
  for (const column of columns) if (!bare.has(bareName(column))) bare.set(bareName(column), column);
  const mapping: Mapping = {};
  for (const field of importFields[kind]) {
    const known = [field.toLowerCase(), ...names[field].split(' '), ...(ofKind[kind]?.[field]?.split(' ') ?? [])];
    const name = known.find((candidate) => bare.has(candidate));
    if (name === undefined) continue;
    mapping[field] = bare.get(name) as string;
    bare.delete(name);
  }
  return mapping;
}
