// Runs beside an embedded database: see sent-database.ts.

/** JSON has no bytes. */
const unpacked = (value) => (Array.isArray(value?.bytes) ? Uint8Array.from(value.bytes) : value);

export default {
  async fetch(request, { DB }) {
    try {
      const statements = await request.json();
      const bound = statements.map(({ sql, params }) => DB.prepare(sql).bind(...params.map(unpacked)));
      return Response.json(await DB.batch(bound));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
};
