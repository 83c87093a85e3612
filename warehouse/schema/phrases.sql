-- The words of claim_sentences, as data: a template for each predicate, and the words of closed lists.
-- Of a predicate's templates the one with the most placeholders wins of those whose placeholders the claim can fill.
-- {counted} is {value} with the Italian "di" where one is needed (2 miliardi di transistor); elsewhere the same as {value}.

CREATE OR REPLACE VIEW sentence_templates AS
SELECT * FROM (VALUES
  -- hardware
  ('architecture', '', '', '{product} is based on {object}', '{product} è basato su {object}', '{product}基于{object}', '{product}基於{object}'),
  ('process_node', '', '', '{product} is made in the {object} process', '{product} è prodotto con il processo {object}', '{product}采用{object}工艺', '{product}採用{object}製程'),
  ('packaging', '', '', '{product} uses {object} packaging', '{product} usa il packaging {object}', '{product}采用{object}封装', '{product}採用{object}封裝'),
  ('component', '', '', '{product} contains {value} {object}', '{product} contiene {counted} {object}', '{product}包含{value}个{object}', '{product}包含{value}個{object}'),
  ('component', '', '', '{product} contains {object}', '{product} contiene {object}', '{product}包含{object}', '{product}包含{object}'),
  ('memory_type', '', '', '{product} uses {object} memory', '{product} usa memoria {object}', '{product}采用{object}内存', '{product}採用{object}記憶體'),
  ('foundry', '', '', '{product} is made by {object}', '{product} è prodotto da {object}', '{product}由{object}制造', '{product}由{object}製造'),
  ('successor', '', '', '{product} succeeds {object}', '{product} succede a {object}', '{product}是{object}的后继产品', '{product}是{object}的後繼產品'),
  -- counts
  ('unit_count', 'order', 'stated', '{holder} has ordered {value} {product}', '{holder} ha ordinato {counted} {product}', '{holder}订购了{value}个{product}', '{holder}訂購了{value}個{product}'),
  ('unit_count', 'order', 'coming', '{holder} will order {value} {product}', '{holder} ordinerà {counted} {product}', '{holder}将订购{value}个{product}', '{holder}將訂購{value}個{product}'),
  ('unit_count', 'order', '', 'Orders: {value} {product}', 'Ordini: {counted} {product}', '订购量：{value}个{product}', '訂購量：{value}個{product}'),
  ('unit_count', 'deploy', 'stated', '{holder} runs {value} {product}', '{holder} ha in funzione {counted} {product}', '{holder}部署了{value}个{product}', '{holder}部署了{value}個{product}'),
  ('unit_count', 'deploy', 'coming', '{holder} will deploy {value} {product}', '{holder} installerà {counted} {product}', '{holder}将部署{value}个{product}', '{holder}將部署{value}個{product}'),
  ('unit_count', 'deploy', '', 'Deployed: {value} {product}', 'Installati: {counted} {product}', '部署量：{value}个{product}', '部署量：{value}個{product}'),
  ('unit_count', 'ship', 'stated', '{holder} has shipped {value} {product}', '{holder} ha consegnato {counted} {product}', '{holder}出货了{value}个{product}', '{holder}出貨了{value}個{product}'),
  ('unit_count', 'ship', 'coming', '{holder} will ship {value} {product}', '{holder} consegnerà {counted} {product}', '{holder}将出货{value}个{product}', '{holder}將出貨{value}個{product}'),
  ('unit_count', 'ship', '', 'Shipments: {value} {product}', 'Consegne: {counted} {product}', '出货量：{value}个{product}', '出貨量：{value}個{product}'),
  ('unit_count', 'produce', 'stated', '{holder} produces {value} {product}', '{holder} produce {counted} {product}', '{holder}生产{value}个{product}', '{holder}生產{value}個{product}'),
  ('unit_count', 'produce', 'coming', '{holder} will produce {value} {product}', '{holder} produrrà {counted} {product}', '{holder}将生产{value}个{product}', '{holder}將生產{value}個{product}'),
  ('unit_count', 'produce', '', 'Output: {value} {product}', 'Produzione: {counted} {product}', '产量：{value}个{product}', '產量：{value}個{product}'),
  ('unit_count', 'require', 'stated', '{holder} needs {value} {product}', '{holder} ha bisogno di {counted} {product}', '{holder}需要{value}个{product}', '{holder}需要{value}個{product}'),
  ('unit_count', 'require', 'coming', '{holder} will need {value} {product}', '{holder} avrà bisogno di {counted} {product}', '{holder}将需要{value}个{product}', '{holder}將需要{value}個{product}'),
  ('unit_count', 'require', '', 'Needed: {value} {product}', 'Necessari: {counted} {product}', '需求量：{value}个{product}', '需求量：{value}個{product}'),
  ('unit_count', 'own', 'stated', '{holder} has {value} {product}', '{holder} possiede {counted} {product}', '{holder}拥有{value}个{product}', '{holder}擁有{value}個{product}'),
  ('unit_count', 'own', 'coming', '{holder} will have {value} {product}', '{holder} avrà {counted} {product}', '{holder}将拥有{value}个{product}', '{holder}將擁有{value}個{product}'),
  ('unit_count', 'own', '', 'Owned: {value} {product}', 'Posseduti: {counted} {product}', '拥有量：{value}个{product}', '擁有量：{value}個{product}'),
  ('unit_count', 'cut', 'stated', '{holder} has cut {value} {product}', '{holder} ha tagliato {counted} {product}', '{holder}削减了{value}个{product}', '{holder}削減了{value}個{product}'),
  ('unit_count', 'cut', 'coming', '{holder} will cut {value} {product}', '{holder} taglierà {counted} {product}', '{holder}将削减{value}个{product}', '{holder}將削減{value}個{product}'),
  ('unit_count', 'cut', '', 'Cut: {value} {product}', 'Tagli: {counted} {product}', '削减量：{value}个{product}', '削減量：{value}個{product}'),
  ('unit_count', '', '', '{holder}: {value} {product}', '{holder}: {counted} {product}', '{holder}：{value}个{product}', '{holder}：{value}個{product}'),
  ('unit_count', '', '', 'Count: {value} {product}', 'Quantità: {counted} {product}', '数量：{value}个{product}', '數量：{value}個{product}'),
  -- physical quantities
  ('power', 'order', '', '{holder} orders {value} of {product}', '{holder} ordina {value} di {product}', '{holder}订购{value}的{product}', '{holder}訂購{value}的{product}'),
  ('power', 'site', '', 'The site of {holder} draws {value}', 'Il sito di {holder} assorbe {value}', '{holder}的站点功耗为{value}', '{holder}的站點功耗為{value}'),
  ('power', '', '', '{product} draws {value}', '{product} assorbe {value}', '{product}功耗为{value}', '{product}功耗為{value}'),
  ('power', '', '', '{holder}: power of {value}', '{holder}: potenza di {value}', '{holder}：功率{value}', '{holder}：功率{value}'),
  ('transistor_count', '', '', '{product} has {value} transistors', '{product} ha {counted} transistor', '{product}有{value}个晶体管', '{product}有{value}個電晶體'),
  ('memory_capacity', '', '', '{product} has {value} of memory', '{product} ha {value} di memoria', '{product}有{value}内存', '{product}有{value}記憶體'),
  ('memory_bandwidth', '', '', '{product} has a memory bandwidth of {value}', '{product} ha una banda di memoria di {value}', '{product}内存带宽为{value}', '{product}記憶體頻寬為{value}'),
  ('link_bandwidth', '', '', '{product} has a link bandwidth of {value}', '{product} ha una banda di interconnessione di {value}', '{product}互连带宽为{value}', '{product}互連頻寬為{value}'),
  ('compute', '', '', '{product} computes at {value}', '{product} raggiunge {value} di calcolo', '{product}算力为{value}', '{product}算力為{value}'),
  ('core_count', '', '', '{product} has {value} cores', '{product} ha {counted} core', '{product}有{value}个核心', '{product}有{value}個核心'),
  ('clock', '', '', '{product} runs at {value}', '{product} ha una frequenza di {value}', '{product}频率为{value}', '{product}時脈為{value}'),
  ('die_area', '', '', '{product} has a die of {value}', '{product} ha un die di {value}', '{product}芯片面积为{value}', '{product}晶片面積為{value}'),
  ('temperature', '', '', '{product} reaches {value}', '{product} raggiunge {value}', '{product}温度为{value}', '{product}溫度為{value}'),
  ('parameter_count', '', '', 'A model of {value} parameters', 'Un modello da {counted} parametri', '{value}个参数的模型', '{value}個參數的模型'),
  ('duration', '', '', '{product}: a time of {value}', '{product}: un tempo di {value}', '{product}：时间为{value}', '{product}：時間為{value}'),
  ('relative', 'ratio', '', '{product} has {value} times the {aspect} of {object}', '{product} ha {value} volte {aspect} di {object}', '{product}的{aspect}是{object}的{value}倍', '{product}的{aspect}是{object}的{value}倍'),
  ('relative', 'ratio', '', '{product}: {value} times the {aspect}', '{product}: {value} volte {aspect}', '{product}的{aspect}为{value}倍', '{product}的{aspect}為{value}倍'),
  ('relative', 'ratio', '', '{product} is {value} times {object}', '{product} è {value} volte {object}', '{product}是{object}的{value}倍', '{product}是{object}的{value}倍'),
  ('relative', 'ratio', '', '{product}: {value} times', '{product}: {value} volte', '{product}：{value}倍', '{product}：{value}倍'),
  ('relative', 'difference', '', '{product} differs from {object} by {value}', '{product} differisce da {object} di {value}', '{product}与{object}相差{value}', '{product}與{object}相差{value}'),
  ('relative', 'difference', '', '{product}: a difference of {value}', '{product}: una differenza di {value}', '{product}：相差{value}', '{product}：相差{value}'),
  ('share', '', '', '{product} accounts for {value} of the {aspect} of {holder}', 'Quota di {product} presso {holder}: {value} ({aspect})', '{product}占{holder}{aspect}的{value}', '{product}占{holder}{aspect}的{value}'),
  ('share', '', '', '{product} accounts for {value} of the {aspect}', 'Quota di {product}: {value} ({aspect})', '{product}占{aspect}的{value}', '{product}占{aspect}的{value}'),
  ('share', '', '', '{product}: a share of {value}', 'Quota di {product}: {value}', '{product}：占比{value}', '{product}：占比{value}'),
  -- money
  ('unit_price', '', '', '{product} costs {value}', '{product} costa {value}', '{product}售价为{value}', '{product}售價為{value}'),
  ('order_value', '', '', '{holder} pays {value} for {product}', '{holder} paga {value} per {product}', '{holder}为{product}支付{value}', '{holder}為{product}支付{value}'),
  ('order_value', '', '', 'The deal of {holder} is worth {value}', 'L''ordine di {holder} vale {value}', '{holder}的订单价值{value}', '{holder}的訂單價值{value}'),
  ('order_value', '', '', 'The deal for {product} is worth {value}', 'L''ordine di {product} vale {value}', '{product}的订单价值{value}', '{product}的訂單價值{value}'),
  ('rental_price', '', '', '{product} rents for {value}', 'Il noleggio di {product} costa {value}', '{product}租金为{value}', '{product}租金為{value}'),
  ('investment', '', 'stated', '{holder} invests {value}', '{holder} investe {value}', '{holder}投资{value}', '{holder}投資{value}'),
  ('investment', '', 'coming', '{holder} will invest {value}', '{holder} investirà {value}', '{holder}将投资{value}', '{holder}將投資{value}'),
  ('investment', '', '', 'Investment: {value}', 'Investimento: {value}', '投资额：{value}', '投資額：{value}'),
  ('valuation', '', '', '{holder} is valued at {value}', '{holder} è valutata {value}', '{holder}估值为{value}', '{holder}估值為{value}'),
  ('valuation', '', '', 'Valuation: {value}', 'Valutazione: {value}', '估值：{value}', '估值：{value}'),
  ('funding', '', 'stated', '{holder} has raised {value}', '{holder} ha raccolto {value}', '{holder}融资{value}', '{holder}融資{value}'),
  ('funding', '', 'coming', '{holder} will raise {value}', '{holder} raccoglierà {value}', '{holder}将融资{value}', '{holder}將融資{value}'),
  ('funding', '', '', 'Funding: {value}', 'Finanziamento: {value}', '融资额：{value}', '融資額：{value}'),
  ('revenue', '', '', '{holder} has revenue of {value}', '{holder} ha ricavi per {value}', '{holder}营收为{value}', '{holder}營收為{value}'),
  ('revenue', '', '', 'Revenue: {value}', 'Ricavi: {value}', '营收：{value}', '營收：{value}'),
  ('other_amount', '', '', '{holder}: {value} for {product}', '{holder}: {value} per {product}', '{holder}：{product}，{value}', '{holder}：{product}，{value}'),
  ('other_amount', '', '', '{holder}: {value}', '{holder}: {value}', '{holder}：{value}', '{holder}：{value}'),
  ('other_amount', '', '', '{product}: {value}', '{product}: {value}', '{product}：{value}', '{product}：{value}'),
  -- dates
  ('launch', '', 'stated', '{product} was presented {when}', '{product} è stato presentato {when}', '{product}于{when}发布', '{product}於{when}發布'),
  ('launch', '', 'coming', '{product} will be presented {when}', '{product} sarà presentato {when}', '{product}将于{when}发布', '{product}將於{when}發布'),
  ('availability', '', 'stated', '{product} went on sale {when}', '{product} è in vendita: {when}', '{product}于{when}上市', '{product}於{when}上市'),
  ('availability', '', 'coming', '{product} will be on sale {when}', '{product} sarà in vendita {when}', '{product}将于{when}上市', '{product}將於{when}上市'),
  ('production', '', 'stated', '{product} went into production {when}', '{product} è entrato in produzione {when}', '{product}于{when}投产', '{product}於{when}投產'),
  ('production', '', 'coming', '{product} will go into production {when}', '{product} entrerà in produzione {when}', '{product}将于{when}投产', '{product}將於{when}投產'),
  ('delivery', '', 'stated', '{product} was delivered {when}', '{product} è stato consegnato {when}', '{product}于{when}交付', '{product}於{when}交付'),
  ('delivery', '', 'coming', '{product} will be delivered {when}', '{product} sarà consegnato {when}', '{product}将于{when}交付', '{product}將於{when}交付'),
  ('order', '', 'stated', '{holder} ordered {product} {when}', '{holder} ha ordinato {product} {when}', '{holder}于{when}订购{product}', '{holder}於{when}訂購{product}'),
  ('order', '', 'coming', '{holder} will order {product} {when}', '{holder} ordinerà {product} {when}', '{holder}将于{when}订购{product}', '{holder}將於{when}訂購{product}'),
  ('order', '', 'stated', '{product} was ordered {when}', '{product} è stato ordinato {when}', '{product}于{when}被订购', '{product}於{when}被訂購'),
  ('order', '', 'coming', '{product} will be ordered {when}', '{product} sarà ordinato {when}', '{product}将于{when}被订购', '{product}將於{when}被訂購'),
  ('deployment', '', 'stated', '{product} of {holder} went into operation {when}', '{product} di {holder} è entrato in funzione {when}', '{holder}的{product}于{when}投入运行', '{holder}的{product}於{when}投入運行'),
  ('deployment', '', 'coming', '{product} of {holder} will go into operation {when}', '{product} di {holder} entrerà in funzione {when}', '{holder}的{product}将于{when}投入运行', '{holder}的{product}將於{when}投入運行'),
  ('deployment', '', 'stated', '{product} went into operation {when}', '{product} è entrato in funzione {when}', '{product}于{when}投入运行', '{product}於{when}投入運行'),
  ('deployment', '', 'coming', '{product} will go into operation {when}', '{product} entrerà in funzione {when}', '{product}将于{when}投入运行', '{product}將於{when}投入運行'),
  ('other_date', '', '', '{product}: {when}', '{product}: {when}', '{product}：{when}', '{product}：{when}')
) AS templates(predicate, form, tense, en, it, zh_hans, zh_hant);
COMMENT ON VIEW sentence_templates IS 'How claim_sentences words each predicate.';
COMMENT ON COLUMN sentence_templates.predicate IS 'The predicate.';
COMMENT ON COLUMN sentence_templates.form IS 'The event of a count or a power, site for a site''s power, ratio or difference of a relative; empty for any.';
COMMENT ON COLUMN sentence_templates.tense IS 'stated, coming (planned, expected or still ahead at publication), or empty for both.';
COMMENT ON COLUMN sentence_templates.en IS 'English, with placeholders.';
COMMENT ON COLUMN sentence_templates.it IS 'Italian, with placeholders.';
COMMENT ON COLUMN sentence_templates.zh_hans IS 'Simplified Chinese, with placeholders.';
COMMENT ON COLUMN sentence_templates.zh_hant IS 'Traditional Chinese, with placeholders.';

CREATE OR REPLACE VIEW sentence_words AS
SELECT * FROM (VALUES
  ('aspect', 'performance', 'performance', 'le prestazioni', '性能', '效能'),
  ('aspect', 'training', 'training performance', 'le prestazioni in addestramento', '训练性能', '訓練效能'),
  ('aspect', 'inference', 'inference performance', 'le prestazioni in inferenza', '推理性能', '推論效能'),
  ('aspect', 'efficiency', 'efficiency', 'l''efficienza', '能效', '能效'),
  ('aspect', 'power', 'power', 'il consumo', '功耗', '功耗'),
  ('aspect', 'price', 'price', 'il prezzo', '价格', '價格'),
  ('aspect', 'count', 'number', 'il numero', '数量', '數量'),
  ('aspect', 'memory', 'memory', 'la memoria', '内存', '記憶體'),
  ('aspect', 'bandwidth', 'bandwidth', 'la banda', '带宽', '頻寬'),
  ('aspect', 'area', 'area', 'l''area', '面积', '面積'),
  ('aspect', 'orders', 'orders', 'gli ordini', '订单', '訂單'),
  ('aspect', 'market', 'market', 'il mercato', '市场', '市場'),
  ('aspect', 'capacity', 'capacity', 'la capacità', '产能', '產能'),
  ('aspect', 'density', 'density', 'la densità', '密度', '密度'),
  ('aspect', 'yield', 'yield', 'la resa', '良率', '良率'),
  ('aspect', 'revenue', 'revenue', 'i ricavi', '营收', '營收'),
  ('aspect', 'spending', 'spending', 'la spesa', '支出', '支出'),
  ('aspect', 'profit', 'profit', 'l''utile', '利润', '利潤'),
  ('modality', 'planned', 'planned', 'pianificato', '计划', '計畫'),
  ('modality', 'expected', 'expected', 'atteso', '预计', '預計'),
  ('modality', 'rumored', 'rumoured', 'secondo indiscrezioni', '传闻', '傳聞'),
  ('modality', 'estimated', 'estimated', 'stimato', '估算', '估算'),
  ('stage', 'tender', 'in tender', 'in gara', '招标中', '招標中'),
  ('stage', 'framework', 'framework agreement', 'accordo quadro', '框架协议', '框架協議'),
  ('stage', 'signed', 'signed', 'firmato', '已签约', '已簽約'),
  ('stage', 'paid', 'paid', 'pagato', '已付款', '已付款'),
  ('stage', 'delivered', 'delivered', 'consegnato', '已交付', '已交付'),
  ('stage', 'cancelled', 'cancelled', 'annullato', '已取消', '已取消'),
  ('per', 'hour', ' per hour', ' all''ora', '/小时', '/小時'),
  ('per', 'day', ' per day', ' al giorno', '/天', '/天'),
  ('per', 'week', ' per week', ' alla settimana', '/周', '/週'),
  ('per', 'month', ' per month', ' al mese', '/月', '/月'),
  ('per', 'quarter', ' per quarter', ' al trimestre', '/季度', '/季度'),
  ('per', 'year', ' per year', ' all''anno', '/年', '/年'),
  ('basis', 'die', 'counted in dies', 'contati in die', '以裸片计', '以裸晶計'),
  ('basis', 'chip', 'counted in chips', 'contati in chip', '以芯片计', '以晶片計'),
  ('basis', 'card', 'counted in cards', 'contati in schede', '以卡计', '以卡計'),
  ('basis', 'server', 'counted in servers', 'contati in server', '以服务器计', '以伺服器計'),
  ('basis', 'rack', 'counted in racks', 'contati in rack', '以机柜计', '以機櫃計'),
  ('basis', 'wafer', 'counted in wafers', 'contati in wafer', '以晶圆计', '以晶圓計'),
  ('label', 'source', 'source ', 'fonte ', '来源：', '來源：'),
  ('label', 'as_of', 'as of ', 'periodo: ', '时点：', '時點：'),
  ('label', 'denied', 'Denied: ', 'Smentito: ', '否认：', '否認：'),
  ('label', 'nameless', 'units', 'unità', '', ''),
  ('label', 'it', 'The product', 'Il prodotto', '该产品', '該產品')
) AS words(topic, word, en, it, zh_hans, zh_hant);
COMMENT ON VIEW sentence_words IS 'The words of closed lists (aspects, modalities, stages …) in each language.';
COMMENT ON COLUMN sentence_words.topic IS 'The list: aspect, modality, stage, per, basis or label.';
COMMENT ON COLUMN sentence_words.word IS 'The value as it stands in claims.';
COMMENT ON COLUMN sentence_words.en IS 'English.';
COMMENT ON COLUMN sentence_words.it IS 'Italian; aspects with their article.';
COMMENT ON COLUMN sentence_words.zh_hans IS 'Simplified Chinese.';
COMMENT ON COLUMN sentence_words.zh_hant IS 'Traditional Chinese.';
